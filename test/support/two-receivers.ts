import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver } from '@slack/bolt';
import { SignedRequestReceiver } from '../../src/slack/transports/signed-request-receiver.ts';

/** What both receivers verify with. */
export const secret = 'sample-signing-secret';
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** An app on a receiver that acknowledges whatever it is handed. */
function appOn(receiver: Receiver): void {
  const app = new App({
    receiver,
    logger: silent,
    authorize: async () => ({ botToken: 'xoxb-x', botId: 'B1', botUserId: 'U1' }),
  });
  app.use(async (request) => {
    if ('ack' in request && typeof request.ack === 'function') await request.ack();
  });
}

/** Our receiver and Bolt's own, side by side; both acknowledge everything. */
export async function startTwoReceivers() {
  const theirs = new HTTPReceiver({ signingSecret: secret, port: 0, logger: silent });
  const ours = new SignedRequestReceiver({
    signingSecret: secret,
    clock: Date.now,
    onRefused: () => {},
  });
  const ourServer = createServer(ours.handle);
  appOn(theirs);
  appOn(ours);
  const theirServer = await theirs.start(0);
  await new Promise<void>((resolve) => ourServer.listen(0, '127.0.0.1', resolve));
  return {
    ourUrl: urlOf(ourServer.address()),
    theirUrl: urlOf(theirServer.address()),
    async close() {
      await theirs.stop();
      ourServer.close();
    },
  };
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}
