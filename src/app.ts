import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CALENDAR_PATH, calendarLinks } from './calendar/link.ts';
import { calendarRoute } from './calendar/route.ts';
import { wordsFor } from './cards/words/words-for.ts';
import { cachedAgenda } from './conference/agenda.ts';
import { fairShare } from './conference/fair-share.ts';
import { lookupLimit } from './conference/lookup-limit.ts';
import { cachedMeetings } from './conference/meetings.ts';
import { limitedBodies } from './conference/quanshi/endpoint/limited-body.ts';
import { quanshi } from './conference/quanshi/quanshi.ts';
import { recentMeetings } from './conference/recent-meetings.ts';
import { referenceIndex } from './conference/reference-index.ts';
import { WORK_LIMITS, type WorkLimits } from './conference/work-limits.ts';
import type { Config } from './config/config.ts';
import type { Clock } from './core/time.ts';
import { bulkhead } from './lib/bulkhead.ts';
import { healthz, metricsPage, readyz } from './ops/health.ts';
import { errorFields, type Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { telemetry } from './ops/telemetry.ts';
import { close, lastAnswers, listen, webServer } from './ops/web.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { BotIdentities } from './slack/bot-identity.ts';
import { cardCache } from './slack/card-cache.ts';
import { replySender } from './slack/reply.ts';
import type { Services } from './slack/services.ts';
import { slackApp } from './slack/slack-app.ts';
import { userDirectory } from './slack/user-directory.ts';
import { viewerProof } from './slack/viewer-proof.ts';
import { webClient, webClientOptions } from './slack/web-client.ts';
import { storageKeys } from './storage/keys.ts';
import { openStorage } from './storage/open-storage.ts';
import { derivedKey } from './storage/sealing.ts';
import { singleWorkspace } from './tenants/single-workspace.ts';

/** What the process gives the app besides its configuration; time, randomness, fetch and limits are here so that a test can set them. */
export interface Dependencies {
  readonly log: Log;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  readonly nonce?: () => string;
  /** How many lines of the log were not written. */
  readonly droppedLines?: () => number;
  readonly workLimits?: WorkLimits;
}

/** Nobody needs to act on the warning who runs one process and can do without what it noted after a restart. */
const IN_MEMORY = 'neither STATE_REDIS_URL nor REDIS_URL is set: run one process; what it notes ends with it';

/** The running app. */
export interface MeetingCards {
  /** Listens, and opens the socket of Socket Mode; resolves with the port when Slack can reach the app. */
  start(): Promise<number>;
  /** Says so on `/readyz`, after `drainGraceMs` takes nothing more, answers what is under way, and closes Redis. */
  stop(): Promise<void>;
  /** Logs and counts what failed outside any answer. */
  failed(event: 'unhandled-rejection' | 'uncaught-exception', error: unknown): void;
}

/** The composition root: builds each part once and hands it to those who need it. Nothing runs before `start`, but Redis connects. */
export function createApp(config: Config, surroundings: Dependencies): MeetingCards {
  const { log, clock = Date.now, nonce = randomUUID, workLimits = WORK_LIMITS } = surroundings;
  const tenant = singleWorkspace(config.botToken, config.conference);
  const metrics = createMetrics(surroundings.droppedLines);
  const report = telemetry(log, metrics, clock);
  const fetchFunction = surroundings.fetch ?? fetch;
  const storage = openStorage({
    redis: config.redis,
    stateRedis: config.stateRedis,
    sealKey: derivedKey(config.cacheSecret, 'seal'),
    clock,
    onConnectionFault: report.connectionFault,
    onFault: report.storeFault,
    onState: report.storeState,
    onDurableFault: report.durableFault,
    onDurableState: report.durableState,
  });
  metrics.storeBecame(storage.state().cache);
  metrics.durableBecame(storage.state().durable);
  const keys = storageKeys(derivedKey(config.cacheSecret, 'hash'))(tenant.id);
  const { defaultZone } = config;
  const { timeoutMs } = config.conference;
  const vendor = quanshi({
    account: tenant.conference,
    bulkhead: bulkhead(workLimits.questions),
    readBody: limitedBodies(),
    timeoutMs,
    defaultZone,
    fetch: fetchFunction,
    clock,
    nonce,
    onCall: report.endpointCall,
    onState: report.endpointState,
    onDropped: report.fieldsLeftOut,
  });
  const logger = boltLogger(log);
  const clientOptions = { apiUrl: config.slackApiUrl, logger, fetch: fetchFunction };
  const client = webClient({
    token: tenant.installation.botToken,
    ...clientOptions,
    onCall: report.slackCall,
  });
  const identity = new BotIdentities(client, clock, (error) =>
    log.warn('slack-identity', errorFields(error)),
  );
  const sharedWords = wordsFor(config.defaultLocale, config.defaultLocale);
  const links =
    config.publicUrl === undefined
      ? undefined
      : calendarLinks(config.publicUrl, derivedKey(config.cacheSecret, 'link'));
  const lookupLimits = lookupLimit(config.lookupsPerMinute, storage.rateLimiter, keys);
  const services: Services = {
    meetings: cachedMeetings({
      vendor,
      store: storage.cache,
      leases: storage.leases,
      keys,
      index: referenceIndex({ store: storage.mirroredCache, leases: storage.leases, keys, clock, nonce }),
      clock,
      nonce,
      ttl: { freshSeconds: config.freshSeconds, keepSeconds: config.keepSeconds },
      questionMs: timeoutMs,
      onCacheLookup: report.cacheLookup,
    }),
    agenda: cachedAgenda({
      vendor,
      store: storage.cache,
      leases: storage.leases,
      keys,
      nonce,
      questionMs: timeoutMs,
      tryAcquire: lookupLimits.tryAcquireAgenda,
    }),
    recents: recentMeetings(storage.mirroredCache, keys),
    users: userDirectory({
      client,
      prove: viewerProof(identity, vendor.findAccount),
      store: storage.cache,
      keys,
      clock,
      bulkhead: bulkhead(workLimits.proofs),
      onFailure: (error) => log.warn('viewer-unproven', errorFields(error)),
    }),
    fairShare: fairShare(workLimits.lookupsOfOne),
    lookupLimit: lookupLimits,
    client,
    store: storage.cache,
    keys,
    linkDomains: config.linkDomains,
    sharedWords,
    wordsOf: ({ locale }) => wordsFor(locale, config.defaultLocale),
    defaultZone,
    shared: { kind: 'shared', showsAttendeePassword: config.channelShowsAttendeePassword },
    cards: cardCache(),
    calendarLinks: links,
    clock,
    reply: replySender({
      fetch: fetchFunction,
      apiUrl: config.slackApiUrl,
      onForeignAddress: () => log.warn('reply-refused', { reason: 'foreign-address' }),
    }),
    log,
    report,
  };

  const edge = slackApp({
    transport: config.transport,
    services,
    identity,
    botToken: tenant.installation.botToken,
    logger,
    clientOptions: webClientOptions(clientOptions),
    onRefused: report.requestRefused,
    onSocket: report.socketState,
  });

  let draining = false;
  const server = webServer({
    ...(edge.handle === undefined ? {} : { '/slack/events': edge.handle }),
    ...(links === undefined
      ? {}
      : {
          [CALENDAR_PATH]: calendarRoute({
            links,
            meetings: services.meetings,
            words: sharedWords,
            clock,
            onFailure: (error) => report.failed('answer-failed', error, { entryPoint: 'calendar' }),
          }),
        }),
    '/healthz': healthz,
    '/readyz': readyz(() => {
      const { cache, durable } = storage.state();
      return { draining, store: cache, durable, socket: edge.socket() };
    }),
    '/metrics': metricsPage(metrics),
  });

  return {
    async start() {
      const port = await listen(server, config.port);
      log.info('listening', {
        port,
        transport: config.transport.kind,
        store: config.redis === undefined ? 'memory' : 'redis',
      });
      if (storage.state().durable === 'memory') log.warn('durable-storage-in-memory', { reason: IN_MEMORY });
      await edge.start();
      return port;
    },
    async stop() {
      draining = true;
      log.info('stopping');
      lastAnswers(server);
      await delay(config.drainGraceMs);
      await close(server);
      await edge.stop();
      await storage.close();
      log.info('stopped');
    },
    failed: (event, error) => report.failed(event, error),
  };
}
