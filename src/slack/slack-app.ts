import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger, type ReceiverEvent, type webApi } from '@slack/bolt';
import type { Words } from '../cards/words/words.ts';
import type { Tenant } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import { InFlight } from '../lib/in-flight.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { Log } from '../ops/log.ts';
import type { Reports } from '../ops/telemetry.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { dispatch } from './dispatch.ts';
import { homeUpdates } from './home-updates.ts';
import { ackOf } from './listener.ts';
import { readEnvelope } from './payloads/envelope.ts';
import type { Services } from './services.ts';
import { DRAIN_MS } from './time-limits.ts';
import { SignedRequestReceiver } from './transports/signed-request-receiver.ts';
import { SocketReceiver, type SocketState } from './transports/socket-receiver.ts';

/** How Slack reaches the app: signed requests over HTTP, or a socket that the app opens. */
export type Transport =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

export interface SlackAppOptions {
  readonly transport: Transport;
  readonly tenants: TenantDirectory;
  readonly servicesFor: (tenant: Tenant) => Services;
  readonly clock: Clock;
  readonly log: Log;
  readonly report: Reports;
  /** For whom no tenant is known. */
  readonly words: Words;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
}

/** What Slack talks to. */
export interface SlackApp {
  /** The handler of `POST /slack/events`; undefined with a socket. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** How the socket is; undefined over HTTP. */
  socket(): SocketState | undefined;
  /** Resolves when Slack can reach the app; rejects where it refuses the token for the socket. */
  start(): Promise<void>;
  /**
   * Resolves when all requests in flight have ended, and no more are taken. Bolt cannot pause a socket: some of what comes over one until it
   * closes may be lost.
   */
  stop(): Promise<void>;
}

/** Bolt with one dispatch as its only middleware, behind the receiver of the transport. */
export function slackApp(options: SlackAppOptions): SlackApp {
  const { tenants, servicesFor, report, logger, clientOptions } = options;
  const receiver = receiverOf(options);
  const app = new TrackedApp({
    receiver,
    authorize: async (_source, body) => {
      const envelope = readEnvelope(body);
      // Where the storage does not answer, dispatch says so; Bolt would only log it.
      const tenant = envelope && (await tenants.of(envelope.installation).catch(() => undefined));
      return tenant === undefined ? {} : servicesFor(tenant).identity.authorization();
    },
    convoStore: false,
    extendedErrorHandler: true,
    logger,
    clientOptions,
  });
  const homes = homeUpdates({ tenants, servicesFor, onFailure: report.homeNotUpdated });
  const take = dispatch({ ...options, homes });
  app.use((request) => take(request.body, ackOf(request)));
  app.error(async ({ error }: { readonly error: Error & { readonly original?: unknown } }) =>
    report.failed('answer-failed', error.original ?? error, { entryPoint: 'unknown' }),
  );
  return {
    handle: receiver instanceof SignedRequestReceiver ? receiver.handle : undefined,
    socket: () => (receiver instanceof SocketReceiver ? receiver.state : undefined),
    start: async () => void (await app.start()),
    async stop() {
      await withTimeout(DRAIN_MS, app.inFlight.ended());
      await app.stop();
      await app.inFlight.ended();
      await withTimeout(DRAIN_MS, homes.flush());
    },
  };
}

/** Bolt's app, with the one list of requests in flight: every transport hands its requests to `processEvent`. */
class TrackedApp extends App {
  readonly inFlight = new InFlight();

  override processEvent(event: ReceiverEvent): Promise<void> {
    const work = super.processEvent(event);
    this.inFlight.add(work);
    return work;
  }
}

function receiverOf({
  transport,
  clock,
  report,
  logger,
  clientOptions,
}: SlackAppOptions): SignedRequestReceiver | SocketReceiver {
  switch (transport.kind) {
    case 'socket': {
      const { appToken } = transport;
      return new SocketReceiver({ appToken, logger, clientOptions, onState: report.socketState });
    }
    case 'http': {
      const { signingSecret } = transport;
      return new SignedRequestReceiver({ signingSecret, clock, onRefused: report.requestRefused });
    }
  }
}
