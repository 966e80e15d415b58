import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger, type webApi } from '@slack/bolt';
import { UnderWay } from '../lib/in-flight.ts';
import { commandRoute } from './command-route.ts';
import { within } from './deadline.ts';
import { HttpReceiver, type HttpReceiverOptions } from './signed-request-receiver.ts';
import type { IdentityBook } from './bot-identity.ts';
import { asError, onError } from './on-error.ts';
import { router } from './router.ts';
import type { Services } from './services.ts';
import { SocketReceiver, type SocketState } from './socket-receiver.ts';

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
  readonly onSocket: (state: SocketState) => void;
}

/** Where Slack comes in. */
export interface Edge {
  /** The handler of `POST /slack/events`; undefined with a socket. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** How the socket is; undefined over HTTP. */
  socket(): SocketState | undefined;
  /** Resolves when Slack can reach the app; rejects where it refuses the token for the socket. */
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
    socket: () => (receiver instanceof SocketReceiver ? receiver.state : undefined),
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
  { transport, services, logger, clientOptions, onRefused, onSocket }: EdgeOptions,
  handleError: ReturnType<typeof onError>,
): HttpReceiver | SocketReceiver {
  if (transport.kind === 'socket') {
    const { appToken } = transport;
    return new SocketReceiver({ appToken, logger, clientOptions, onState: onSocket });
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
