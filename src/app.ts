import { randomUUID } from 'node:crypto';
import { App, SocketModeReceiver } from '@slack/bolt';
import { guardedStore } from './cache/guarded.ts';
import { cacheKeys } from './cache/keys.ts';
import { memoryStore } from './cache/memory-store.ts';
import { redisStore } from './cache/redis-store.ts';
import { derivedKey, sealedStore } from './cache/sealed.ts';
import type { KeptStore } from './cache/store.ts';
import { en } from './cards/words/en.ts';
import type { Config } from './config/config.ts';
import type { Clock } from './core/time.ts';
import { cachedMeetings } from './meetings/cached.ts';
import { endpointClient } from './meetings/endpoint/client.ts';
import { meetingsEndpoint } from './meetings/endpoint/meetings-endpoint.ts';
import type { Meetings } from './meetings/lookup.ts';
import { referenceIndex } from './meetings/reference-index.ts';
import { healthz, readyz } from './ops/health.ts';
import { errorFields, type Log } from './ops/log.ts';
import { close, listen, webServer } from './ops/web.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { HttpReceiver } from './slack/http-receiver.ts';
import { IdentityBook } from './slack/identity.ts';
import { onError } from './slack/on-error.ts';
import { replySender } from './slack/reply.ts';
import { router } from './slack/router.ts';
import type { Services } from './slack/services.ts';
import { webClient, webClientOptions } from './slack/web-client.ts';

/** What the process gives the app besides its configuration; time, randomness and fetch are here so that a test can set them. */
export interface Surroundings {
  readonly log: Log;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  readonly nonce?: () => string;
}

/** The running app. */
export interface MeetingCards {
  /** Listens; resolves with the port. */
  start(): Promise<number>;
  /** Takes nothing more, answers what is under way, closes Redis. */
  stop(): Promise<void>;
}

/** The composition root: builds each part once and hands it to those who need it. Nothing runs before `start`, but Redis connects. */
export function createApp(config: Config, surroundings: Surroundings): MeetingCards {
  const { log, clock = Date.now, nonce = randomUUID } = surroundings;
  const fetchFunction = surroundings.fetch ?? fetch;
  const store = createStore(config, log, clock);
  const logger = boltLogger(log);
  const clientOptions = { apiUrl: config.slackApiUrl, logger, fetch: fetchFunction };
  const identity = new IdentityBook(webClient({ token: config.botToken, ...clientOptions }), clock, (error) =>
    log.warn('slack-identity', errorFields(error)),
  );
  const services: Services = {
    meetings: createMeetings(config, store, { log, clock, nonce, fetch: fetchFunction }),
    linkDomains: config.linkDomains,
    words: en,
    shared: { kind: 'shared', showsAttendeePassword: config.channelShowsAttendeePassword },
    clock,
    reply: replySender(fetchFunction),
    log,
  };

  const options = webClientOptions(clientOptions);
  const receiver =
    config.transport.kind === 'http'
      ? new HttpReceiver({
          signingSecret: config.transport.signingSecret,
          clock,
          onRefused: (reason, error) =>
            log.warn('request-refused', { reason, ...(error === undefined ? {} : errorFields(error)) }),
        })
      : new SocketModeReceiver({
          appToken: config.transport.appToken,
          logger,
          installerOptions: { clientOptions: options },
        });
  const app = new App({
    receiver,
    authorize: async () => identity.authorization(config.botToken),
    convoStore: false,
    extendedErrorHandler: true,
    logger,
    clientOptions: options,
  });
  app.use(router(services));
  app.error(onError(services));

  let draining = false;
  const server = webServer({
    ...(receiver instanceof HttpReceiver ? { '/slack/events': receiver.handle } : {}),
    '/healthz': healthz,
    '/readyz': readyz(() => ({ draining, store: store.state() })),
  });

  return {
    async start() {
      void identity.learn();
      await app.start();
      const port = await listen(server, config.port);
      log.info('listening', {
        port,
        transport: config.transport.kind,
        store: config.redisUrl === undefined ? 'memory' : 'redis',
      });
      return port;
    },
    async stop() {
      draining = true;
      log.info('stopping');
      await Promise.all([close(server), app.stop()]);
      await store.close();
      log.info('stopped');
    },
  };
}

function createStore(config: Config, log: Log, clock: Clock): KeptStore {
  const memory = memoryStore(clock);
  if (config.redisUrl === undefined) return { ...memory, state: () => 'ok', close: async () => {} };
  const redis = redisStore(config.redisUrl, (code) => log.debug('store-fault', { code }));
  return guardedStore(sealedStore(redis, derivedKey(config.cacheSecret, 'seal')), {
    standIn: memory,
    onFault: (operation) => log.debug('store-fault', { operation }),
    onState: (state) => log.warn('store-state', { state }),
    close: () => redis.close(),
  });
}

function createMeetings(
  config: Config,
  store: KeptStore,
  { log, clock, nonce, fetch }: Required<Surroundings>,
): Meetings {
  const { url, userId, authentication, timeoutMs, linkLookupPath } = config.conference;
  const keys = cacheKeys(derivedKey(config.cacheSecret, 'hash'));
  const source = meetingsEndpoint({
    client: endpointClient({ url, authentication, timeoutMs, fetch, clock, nonce }),
    userId,
    linkLookupPath,
    defaultZone: config.defaultZone,
    onDropped: (fields) => log.info('fields-left-out', { fields }),
  });
  return cachedMeetings({
    source,
    store,
    keys,
    index: referenceIndex(store, keys),
    clock,
    defaultZone: config.defaultZone,
    freshSeconds: config.freshSeconds,
    keepSeconds: config.keepSeconds,
    canLookUpLinks: linkLookupPath !== undefined,
  });
}
