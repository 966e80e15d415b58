import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger, type webApi } from '@slack/bolt';
import { InFlight } from '../lib/in-flight.ts';
import type { BotIdentities } from './bot-identity.ts';
import { commandRoute } from './command-route.ts';
import { withinTime } from './deadline.ts';
import { asError, onError } from './on-error.ts';
import { router } from './router.ts';
import type { Services } from './services.ts';
import { SignedRequestReceiver, type SignedRequestReceiverOptions } from './signed-request-receiver.ts';
import { SocketReceiver, type SocketState } from './socket-receiver.ts';

/** How Slack reaches the app: signed requests over HTTP, or a socket that the app opens. */
export type Transport =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

export interface SlackAppOptions {
  readonly transport: Transport;
  readonly services: Services;
  readonly identity: BotIdentities;
  readonly botToken: string;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
  readonly onRefused: SignedRequestReceiverOptions['onRefused'];
  readonly onSocket: (state: SocketState) => void;
}

/** Where Slack comes in. */
export interface SlackApp {
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

/** Bolt with one router over all entry points, behind the receiver that the transport asks for. */
export function slackApp(options: SlackAppOptions): SlackApp {
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
  const underWay = new InFlight();
  const route = router(services);
  app.use((request) => {
    const work = route(request);
    underWay.add(work);
    return work;
  });
  app.error(handleError);
  return {
    handle: receiver instanceof SignedRequestReceiver ? receiver.handle : undefined,
    socket: () => (receiver instanceof SocketReceiver ? receiver.state : undefined),
    async start() {
      void identity.learn();
      await app.start();
    },
    async stop() {
      await withinTime(DRAIN_MS, underWay.ended());
      await app.stop();
      await underWay.ended();
    },
  };
}

function receiverOf(
  { transport, services, logger, clientOptions, onRefused, onSocket }: SlackAppOptions,
  handleError: ReturnType<typeof onError>,
): SignedRequestReceiver | SocketReceiver {
  if (transport.kind === 'socket') {
    const { appToken } = transport;
    return new SocketReceiver({ appToken, logger, clientOptions, onState: onSocket });
  }
  const command = commandRoute(services);
  return new SignedRequestReceiver({
    signingSecret: transport.signingSecret,
    clock: services.clock,
    onRefused,
    onCommand: (body, ack) =>
      command(body, ack).catch((error: unknown) => handleError({ error: asError(error), body })),
  });
}
