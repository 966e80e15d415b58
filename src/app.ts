import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { calendarLinks } from './calendar/link.ts';
import { wordsIn } from './cards/words/languages.ts';
import { WORK_LIMITS, type WorkLimits } from './conference/work-limits.ts';
import type { Config } from './config/config.ts';
import { environmentSettings } from './config/environment-settings.ts';
import type { Tenant } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import { type HttpFetch, httpFetch } from './lib/http-fetch.ts';
import { WriteBehind } from './lib/write-behind.ts';
import { type ManyWorkspaces, manyWorkspaces } from './many-workspaces.ts';
import type { Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { telemetry } from './ops/telemetry.ts';
import { close, lastAnswers, listen, webServer } from './ops/web.ts';
import { processServices } from './process-services.ts';
import { sealKeysOf } from './seal-keys.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { OUTCOMES } from './slack/registry.ts';
import type { Services } from './slack/services.ts';
import { slackApp } from './slack/slack-app.ts';
import { webClientOptions } from './slack/web-client.ts';
import { storageKeys } from './storage/keys.ts';
import { openStorage } from './storage/open-storage.ts';
import { derivedKey } from './storage/sealing.ts';
import { STORAGE_LIMITS, type StorageLimits } from './storage/storage-limits.ts';
import { tenantServices } from './tenant-services.ts';
import { type PerTenant, perTenant } from './tenants/per-tenant.ts';
import { singleTenant, singleWorkspace } from './tenants/single-workspace.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import { followedCounts } from './tracking/followed-counts.ts';
import { TRACKING_LIMITS, type TrackingLimits } from './tracking/tracking-limits.ts';
import { worker } from './tracking/worker.ts';
import { vendors } from './vendors.ts';
import { webRoutes } from './web-routes.ts';

/** What the process gives the app besides its configuration; time, randomness, fetch and limits are here so that a test can set them. */
export interface Dependencies {
  readonly log: Log;
  readonly clock?: Clock;
  readonly fetch?: HttpFetch;
  readonly nonce?: () => string;
  /** How many lines of the log were not written. */
  readonly droppedLines?: () => number;
  readonly workLimits?: WorkLimits;
  readonly trackingLimits?: TrackingLimits;
  readonly storageLimits?: StorageLimits;
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

/** The services of this many tenants are in memory at a time; those of others are built again when they are needed. A tenant's take 45 kB. */
const TENANTS_MAX = 300;

/** The composition root: builds each part once, and the services of each tenant once a tenant. Nothing runs before `start`, but Redis connects. */
export function createApp(config: Config, dependencies: Dependencies): MeetingCards {
  const { log, clock = Date.now, nonce = randomUUID, droppedLines } = dependencies;
  const { workLimits = WORK_LIMITS, trackingLimits = TRACKING_LIMITS } = dependencies;
  const { workspaces } = config;
  const single =
    workspaces.kind === 'one' ? singleWorkspace(workspaces.botToken, config.conference.account) : undefined;
  const environment = environmentSettings(config);
  const metrics = createMetrics(OUTCOMES, droppedLines, () => followedCounts(storage.dueTimes, clock));
  const report = telemetry(log, metrics, clock);
  const fetchFunction = dependencies.fetch ?? httpFetch;
  const behind = new WriteBehind((error) => report.failed('unhandled-rejection', error));
  const storage = openStorage({
    redis: config.redis,
    stateRedis: config.stateRedis,
    sealKeys: sealKeysOf(config),
    clock,
    behind,
    limits: dependencies.storageLimits ?? STORAGE_LIMITS,
    onConnectionFault: report.connectionFault,
    onFault: report.storeFault,
    onState: report.storeState,
    onDurableFault: report.durableFault,
    onDurableState(state) {
      report.durableState(state);
      if (state === 'ok') learnSettings();
    },
  });
  /** As soon as they can be read: what is known of them goes on to count when the storage is away. */
  const learnSettings = (): void => {
    if (single !== undefined) void servicesFor(single).tenantSettings.in(undefined);
  };
  metrics.storeBecame(storage.state().cache);
  metrics.durableBecame(storage.state().durable);
  const keysFor = storageKeys(derivedKey(config.cacheSecret, 'hash'));
  const logger = boltLogger(log);
  const clientOptions = { apiUrl: config.slackApiUrl, logger, fetch: fetchFunction };
  const shared = processServices({
    clientOptions: { ...clientOptions, onCall: report.slackCall },
    workLimits,
    serves: workspaces.kind,
    log,
  });
  const linksOf =
    config.publicUrl === undefined
      ? undefined
      : calendarLinks(config.publicUrl, derivedKey(config.cacheSecret, 'link'));
  const vendorOf = vendors({ config, workLimits, report, fetch: fetchFunction, clock, nonce });
  const many =
    workspaces.kind === 'many'
      ? manyWorkspaces({
          config,
          oauth: workspaces,
          storage,
          clock,
          nonce,
          report,
          clientOptions,
          slackClientsOf: shared.slackClientsOf,
          vendorOf,
          services: () => services,
        })
      : undefined;
  const services: PerTenant<Services> = perTenant(
    TENANTS_MAX,
    tenantServices({
      shared,
      config,
      environment,
      vendorOf,
      storage,
      behind,
      keysFor,
      log,
      report,
      clock,
      nonce,
      calendarLinksOf: (id) => linksOf?.(single === undefined ? id : undefined),
      departures: many?.departures,
      accountDeskOf: many?.accountDesk,
      trackingLimits,
    }),
  );

  const servicesFor = services.of;
  const tenants = tenantsOf(single, many);
  const due = worker({
    tenantWithId: tenants.withId,
    trackingOf: (owner) => servicesFor(owner).tracking,
    dueTimes: storage.dueTimes,
    clock,
    limits: trackingLimits,
    onFailure: report.dueWorkFailed,
    onStep: report.dueWorkStep,
    more: many === undefined ? [] : [many.due],
  });
  const answersSlack = config.role !== 'worker';

  const slack = slackApp({
    transport: config.transport,
    tenants,
    servicesFor,
    clock,
    log,
    report,
    words: wordsIn(config.defaultLocale),
    logger,
    clientOptions: webClientOptions(clientOptions),
  });

  let draining = false;
  const server = webServer(
    webRoutes({
      config,
      slackEvents: slack.handle,
      linksOf,
      single,
      many,
      tenants,
      servicesFor,
      readiness() {
        const { cache, durable } = storage.state();
        return { draining, store: cache, durable, socket: answersSlack ? slack.socket() : undefined };
      },
      metrics,
      clock,
      report,
    }),
  );

  return {
    async start() {
      const port = await listen(server, config.port);
      log.info('listening', {
        port,
        transport: config.transport.kind,
        store: config.redis === undefined ? 'memory' : 'redis',
      });
      if (storage.state().durable === 'memory') log.warn('durable-storage-in-memory', { reason: IN_MEMORY });
      if (single !== undefined) void servicesFor(single).identity.learn();
      learnSettings();
      if (answersSlack) await slack.start();
      if (config.role !== 'web') due.start();
      return port;
    },
    async stop() {
      draining = true;
      log.info('stopping');
      const worked = due.stop();
      lastAnswers(server);
      await delay(config.drainGraceMs);
      await close(server);
      await slack.stop();
      await worked;
      await storage.close();
      log.info('stopped');
    },
    failed: (event, error) => report.failed(event, error),
  };
}

function tenantsOf(single: Tenant | undefined, many: ManyWorkspaces | undefined): TenantDirectory {
  if (many !== undefined) return many.tenants;
  if (single !== undefined) return singleTenant(single);
  throw new TypeError('a deployment of no workspace');
}
