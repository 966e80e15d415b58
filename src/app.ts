import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CALENDAR_PATH, calendarLinks } from './calendar/link.ts';
import { calendarRoute } from './calendar/route.ts';
import { wordsFor } from './cards/words/languages.ts';
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
import type { Settings } from './core/settings.ts';
import type { Tenant } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import { boundedMemo } from './lib/bounded-memo.ts';
import { bulkhead } from './lib/bulkhead.ts';
import { healthz, metricsPage, readyz } from './ops/health.ts';
import { errorFields, type Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { telemetry } from './ops/telemetry.ts';
import { close, lastAnswers, listen, webServer } from './ops/web.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { BotIdentity } from './slack/bot-identity.ts';
import { cardCache } from './slack/card-cache.ts';
import { OUTCOMES } from './slack/registry.ts';
import { replySender } from './slack/response-url.ts';
import type { Services } from './slack/services.ts';
import { slackApp } from './slack/slack-app.ts';
import { userDirectory } from './slack/user-directory.ts';
import { viewerProof } from './slack/viewer-proof.ts';
import { webClient, webClientOptions } from './slack/web-client.ts';
import { storageKeys } from './storage/keys.ts';
import { openStorage } from './storage/open-storage.ts';
import { derivedKey } from './storage/sealing.ts';
import { singleTenant, singleWorkspace } from './tenants/single-workspace.ts';

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

/** The running app. */
export interface MeetingCards {
  /** Listens, and opens the socket of Socket Mode; resolves with the port when Slack can reach the app. */
  start(): Promise<number>;
  /** Says so on `/readyz`, takes no more requests after `drainGraceMs`, answers those in flight, and closes Redis. */
  stop(): Promise<void>;
  /** Logs and counts what failed outside any answer. */
  failed(event: 'unhandled-rejection' | 'uncaught-exception', error: unknown): void;
}

/** One process that needs nothing of this after a restart can ignore the warning. */
const IN_MEMORY = 'neither STATE_REDIS_URL nor REDIS_URL is set: run one process; what it notes ends with it';

/** The services of this many tenants are in memory at a time. Those of others are built again when they are needed. */
const TENANTS_MAX = 1000;

/** The composition root: builds each part once, and each tenant's once a tenant. Nothing runs before `start`, but Redis connects. */
export function createApp(config: Config, dependencies: Dependencies): MeetingCards {
  const { log, clock = Date.now, nonce = randomUUID, workLimits = WORK_LIMITS, droppedLines } = dependencies;
  const tenant = singleWorkspace(config.botToken, config.conference);
  const settings = settingsOf(config);
  const metrics = createMetrics(OUTCOMES, droppedLines);
  const report = telemetry(log, metrics, clock);
  const fetchFunction = dependencies.fetch ?? fetch;
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
  const { timeoutMs } = config.conference;
  const keysFor = storageKeys(derivedKey(config.cacheSecret, 'hash'));
  const logger = boltLogger(log);
  const clientOptions = { apiUrl: config.slackApiUrl, logger, fetch: fetchFunction };
  const links =
    config.publicUrl === undefined
      ? undefined
      : calendarLinks(config.publicUrl, derivedKey(config.cacheSecret, 'link'));
  /** What all tenants of the process share: nothing in it belongs to one of them. */
  const processWide = {
    questions: bulkhead(workLimits.questions),
    proofs: bulkhead(workLimits.proofs),
    fairShare: fairShare(workLimits.lookupsOfOne),
    readBody: limitedBodies(),
    cardsOf: cardCache(),
    reply: replySender({
      fetch: fetchFunction,
      apiUrl: config.slackApiUrl,
      onForeignAddress: () => log.warn('reply-refused', { reason: 'foreign-address' }),
    }),
  };

  function buildServices({ id, installation, conference }: Tenant): Services {
    const keys = keysFor(id);
    const vendor = quanshi({
      account: conference,
      bulkhead: processWide.questions,
      readBody: processWide.readBody,
      timeoutMs,
      defaultZone: settings.zone,
      fetch: fetchFunction,
      clock,
      nonce,
      onCall: report.endpointCall,
      onState: report.endpointState,
      onDropped: report.fieldsLeftOut,
    });
    const client = webClient({ token: installation.botToken, ...clientOptions, onCall: report.slackCall });
    const identity = new BotIdentity(client, clock, (error) =>
      log.warn('slack-identity', errorFields(error)),
    );
    const lookupLimits = lookupLimit(settings.lookupsPerMinute, storage.rateLimiter, keys);
    return {
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
        bulkhead: processWide.proofs,
        onFailure: (error) => log.warn('viewer-unproven', errorFields(error)),
      }),
      fairShare: processWide.fairShare,
      lookupLimit: lookupLimits,
      client,
      identity,
      store: storage.cache,
      keys,
      settings,
      sharedWords: wordsFor(settings.locale, settings.locale),
      wordsOf: ({ locale }) => wordsFor(locale, settings.locale),
      shared: { kind: 'shared', showsAttendeePassword: settings.showsAttendeePassword },
      cards: processWide.cardsOf(id),
      calendarLinks: links,
      clock,
      reply: processWide.reply,
      report,
    };
  }

  const servicesFor = boundedMemo(TENANTS_MAX, buildServices);

  const slack = slackApp({
    transport: config.transport,
    tenants: singleTenant(tenant),
    servicesFor,
    clock,
    log,
    report,
    logger,
    clientOptions: webClientOptions(clientOptions),
  });

  let draining = false;
  const server = webServer({
    ...(slack.handle === undefined ? {} : { '/slack/events': slack.handle }),
    ...(links === undefined
      ? {}
      : {
          [CALENDAR_PATH]: calendarRoute({
            links,
            meetings: servicesFor(tenant).meetings,
            words: servicesFor(tenant).sharedWords,
            clock,
            onFailure: (error) => report.failed('answer-failed', error, { entryPoint: 'calendar' }),
          }),
        }),
    '/healthz': healthz,
    '/readyz': readyz(() => {
      const { cache, durable } = storage.state();
      return { draining, store: cache, durable, socket: slack.socket() };
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
      void servicesFor(tenant).identity.learn();
      await slack.start();
      return port;
    },
    async stop() {
      draining = true;
      log.info('stopping');
      lastAnswers(server);
      await delay(config.drainGraceMs);
      await close(server);
      await slack.stop();
      await storage.close();
      log.info('stopped');
    },
    failed: (event, error) => report.failed(event, error),
  };
}

/** Every tenant has the settings of the environment. */
function settingsOf(config: Config): Settings {
  return {
    locale: config.defaultLocale,
    zone: config.defaultZone,
    linkDomains: config.linkDomains,
    showsAttendeePassword: config.channelShowsAttendeePassword,
    lookupsPerMinute: config.lookupsPerMinute,
  };
}
