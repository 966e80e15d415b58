import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { App } from '@slack/bolt';
import { SignedRequestReceiver } from '../src/slack/transports/signed-request-receiver.ts';

/** The app's limit: its receiver and Bolt, answering one fixed card. What the app does beyond this costs more than nothing. */
const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', CARD_FILE = '' } = process.env;
const card: { text: string } = JSON.parse(readFileSync(CARD_FILE, 'utf8'));

const receiver = new SignedRequestReceiver({
  signingSecret: SLACK_SIGNING_SECRET,
  clock: Date.now,
  onRefused: () => {},
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B0BOT', botUserId: 'U0BOT' }),
  convoStore: false,
});
app.command('/meeting', async ({ ack }) => {
  await ack(card);
});
const server = createServer(receiver.handle).listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(JSON.stringify({ port, event: 'listening' }));
});
process.once('SIGTERM', () => process.exit(0));
