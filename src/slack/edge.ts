import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { UnderWay } from '../ops/under-way.ts';
import { commandRoute } from './command-route.ts';
import { within } from './deadline.ts';
import { HttpReceiver, type HttpReceiverOptions } from './http-receiver.ts';
import type { IdentityBook } from './identity.ts';
import { asError, onError } from './on-error.ts';
import { router } from './router.ts';
import type { Services } from './services.ts';

/** How Slack reaches the app: signed requests over HTTP, or a socket that the app opens. */
export type Transport =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

export interface EdgeOptions {
  readonly transport: Transport;
  readonly services: Services;
  readonly identity: IdentityBook;
  readonly botToken: string;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
  readonly onRefused: HttpReceiverOptions['onRefused'];
}

/** Where Slack comes in. */
export interface Edge {
  /** The handler of `POST /slack/events`; undefined with a socket. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  start(): Promise<void>;
  /** Resolves when what was taken is answered, and nothing more is taken; Bolt cannot pause a socket, so of what comes over one until it closes some may be lost. */
  stop(): Promise<void>;
}

/** Nobody waits longer for an acknowledgement; so long at most a socket is kept open for those that are due. */
const DRAIN_MS = 3000;

/** Bolt with one router over all doors, behind the receiver that the transport asks for. */
export function slackEdge(options: EdgeOptions): Edge {
  const { services, identity, botToken, logger, clientOptions } = options;
  const handleError = onError(services);
  const receiver = receiverOf(options, handleError);
  const app = new App({
    receiver,
    authorize: async () => identity.authorization(botToken),
    convoStore: false,
    extendedErrorHandler: true,
    logger,
    clientOptions,
  });
  const underWay = new UnderWay();
  const route = router(services);
  app.use((request) => {
    const work = route(request);
    underWay.add(work);
    return work;
  });
  app.error(handleError);
  return {
    handle: receiver instanceof HttpReceiver ? receiver.handle : undefined,
    async start() {
      void identity.learn();
      await app.start();
    },
    async stop() {
      await within(DRAIN_MS, underWay.ended());
      await app.stop();
      await underWay.ended();
    },
  };
}

function receiverOf(
  { transport, services, logger, clientOptions, onRefused }: EdgeOptions,
  handleError: ReturnType<typeof onError>,
): HttpReceiver | SocketModeReceiver {
  if (transport.kind === 'socket') {
    const { appToken } = transport;
    return new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
  }
  const command = commandRoute(services);
  return new HttpReceiver({
    signingSecret: transport.signingSecret,
    clock: services.clock,
    onRefused,
    onCommand: (body, ack) =>
      command(body, ack).catch((error: unknown) => handleError({ error: asError(error), body })),
  });
}
