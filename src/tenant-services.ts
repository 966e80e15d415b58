import type { CalendarLinks } from './calendar/link.ts';
import { watchedVendor } from './conference/account-health.ts';
import { atVendor } from './conference/at-vendor.ts';
import { lookupLimit } from './conference/lookup-limit.ts';
import { recentMeetings } from './conference/recent-meetings.ts';
import { liveFor } from './conference/running.ts';
import type { VendorOf } from './conference/vendor.ts';
import { WITHOUT_ACCOUNT } from './conference/without-account.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './core/settings.ts';
import { NO_ACCOUNT_ID, type Tenant, type TenantId } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import type { WriteBehind } from './lib/write-behind.ts';
import { errorFields, type Log } from './ops/log.ts';
import type { Reports } from './ops/telemetry.ts';
import type { ProcessServices } from './process-services.ts';
import { BotIdentity } from './slack/bot-identity.ts';
import { cardSender } from './slack/card-sender.ts';
import { channelDirectory } from './slack/channel-directory.ts';
import { messenger } from './slack/messenger.ts';
import { blockSwitches } from './slack/newer-blocks.ts';
import { openHomes } from './slack/open-homes.ts';
import { reminderCards } from './slack/reminder-cards.ts';
import { slackErrorOf } from './slack/retry-on-rate-limit.ts';
import type { Services } from './slack/services.ts';
import { userDirectory } from './slack/user-directory.ts';
import { viewerProof } from './slack/viewer-proof.ts';
import type { Keys, KeysFor } from './storage/keys.ts';
import type { Storage } from './storage/open-storage.ts';
import type { AccountDesk } from './tenants/account-desk.ts';
import type { Departures } from './tenants/departures.ts';
import { tenantSettings } from './tenants/tenant-settings.ts';
import { tracking } from './tracking/tracking.ts';
import type { TrackingLimits } from './tracking/tracking-limits.ts';

export interface TenantServicesOptions {
  readonly shared: ProcessServices;
  readonly config: Config;
  /** What counts where nothing was set, and where the account has no link domains. */
  readonly environment: Settings;
  readonly vendorOf: VendorOf;
  readonly storage: Storage;
  readonly behind: WriteBehind;
  readonly keysFor: KeysFor;
  readonly log: Log;
  readonly report: Reports;
  readonly clock: Clock;
  readonly nonce: () => string;
  /** Undefined where the deployment has no public address. */
  readonly calendarLinksOf: (tenant: TenantId) => CalendarLinks | undefined;
  /** Undefined where the one installation is given by the environment. */
  readonly departures: Pick<Departures, 'uninstalled' | 'tokenRefused'> | undefined;
  /** Undefined where the one account is given by the environment. */
  readonly accountDeskOf: ((tenant: TenantId, keys: Keys) => AccountDesk) | undefined;
  readonly trackingLimits: TrackingLimits;
}

/** Slack takes a hundred a minute from an app in a workspace (docs.slack.dev, methods/views.publish, Tier 4); the others are for tabs that are opened. */
const HOME_UPDATES_PER_MINUTE = 60;

/** Slack takes a hundred a minute (methods/users.info, Tier 4); the others are for people of whom nothing is known. */
const STANDINGS_PER_MINUTE = 30;

/** A builder of one tenant's services. What it builds for two tenants has the limits of the process in common, and no data. */
export function tenantServices(options: TenantServicesOptions): (tenant: Tenant) => Services {
  const {
    config,
    shared,
    environment,
    vendorOf,
    storage,
    behind,
    keysFor,
    log,
    report,
    clock,
    nonce,
    calendarLinksOf,
    departures,
    accountDeskOf,
    trackingLimits,
  } = options;
  return ({ id, installation, conference }) => {
    const linkDomains = conference?.linkDomains;
    const own = linkDomains === undefined ? environment : { ...environment, linkDomains };
    const keys = keysFor(id, conference === undefined ? NO_ACCOUNT_ID : conference.id);
    const { botToken } = installation;
    const onTokenRefused = departures && (() => void departures.tokenRefused(id, botToken));
    const switches = blockSwitches(storage.cache, keys, (block) =>
      log.warn('block-switched-off', { reason: block }),
    );
    const { client, once } = shared.slackClientsOf({ token: botToken, onTokenRefused, switches });
    const identity = new BotIdentity(client, clock, (error) =>
      log.warn('slack-identity', errorFields(error)),
    );
    const lookupLimits = lookupLimit(environment.lookupsPerMinute, storage.rateLimiter, keys);
    const watched = conference && watchedVendor(vendorOf(conference), clock);
    const { findAccount, ...asked } =
      watched === undefined
        ? WITHOUT_ACCOUNT
        : atVendor({
            vendor: watched.vendor,
            memory: shared.meetings,
            cache: storage.cache,
            mirroredCache: storage.mirroredCache,
            leases: storage.leases,
            keys,
            limits: lookupLimits,
            teaching: shared.teaching,
            clock,
            nonce,
            ttl: { freshSeconds: config.freshSeconds, keepSeconds: config.keepSeconds },
            questionMs: config.conference.timeoutMs,
            onCacheLookup: report.cacheLookup,
          });
    const ownSettings = tenantSettings({ records: storage.records, keys, environment: own, clock });
    const users = userDirectory({
      client,
      prove: viewerProof(identity, findAccount),
      self: () => identity.learn(),
      memory: shared.profiles,
      store: storage.cache,
      keys,
      clock,
      bulkhead: shared.proofsOf(id),
      standingLimiter: storage.rateLimiter({ points: STANDINGS_PER_MINUTE, seconds: 60 }),
      onFailure: (error) => log.warn('viewer-unproven', errorFields(error)),
    });
    const rendering = {
      tenantSettings: ownSettings,
      cards: shared.cardsOf(id),
      calendarLinks: calendarLinksOf(id),
      clock,
    };
    return {
      ...rendering,
      ...asked,
      tracking: tracking({
        tenant: id,
        askedWith: conference?.id ?? 'deployment',
        keys,
        records: storage.records,
        dueTimes: storage.dueTimes,
        cache: storage.cache,
        rateLimiter: storage.rateLimiter,
        meetings: asked.meetings,
        findLive: asked.live,
        cardsIn: async (channel) => shared.sharedCardsBy(await ownSettings.in(channel)),
        reminderCards: reminderCards({ ...rendering, users, identity }),
        sender: cardSender(once),
        clock,
        nonce,
        everySeconds: config.cardCheckSeconds,
        updatesPerMinute: trackingLimits.updatesPerMinute,
        cardsPerMeeting: trackingLimits.cardsPerMeeting,
        report,
      }),
      account: accountDeskOf?.(id, keys),
      lastFailure: () => watched?.lastFailure(),
      uninstalled: departures && ((at) => departures.uninstalled(id, at)),
      liveFor: liveFor(asked.live, clock),
      recents: recentMeetings({ store: storage.mirroredCache, keys, behind }),
      users,
      openHomes: openHomes({
        store: storage.cache,
        keys,
        limiter: storage.rateLimiter({ points: HOME_UPDATES_PER_MINUTE, seconds: 60 }),
        clock,
      }),
      channels: channelDirectory({
        client: once,
        clock,
        onFailure: (error) => log.warn('channel-unknown', { reason: slackErrorOf(error) ?? 'unknown' }),
      }),
      fairShare: shared.fairShare,
      pastedShare: shared.pastedShare,
      lookupLimit: lookupLimits,
      client,
      messenger: messenger({
        client,
        once,
        onRemarks: (remarks) => log.warn('entity-remarks', { reason: remarks.join('; ') }),
      }),
      workObjects: config.workObjects,
      supportUrl: config.supportUrl,
      once,
      identity,
      store: storage.cache,
      keys,
      ...shared.replies,
      report,
    };
  };
}
