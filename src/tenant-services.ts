import type { CalendarLinks } from './calendar/link.ts';
import { wordsIn } from './cards/words/languages.ts';
import { watchedVendor } from './conference/account-health.ts';
import { atVendor } from './conference/at-vendor.ts';
import { fairShare } from './conference/fair-share.ts';
import { lookupLimit } from './conference/lookup-limit.ts';
import { meetingMemory } from './conference/meeting-cache.ts';
import { recentMeetings } from './conference/recent-meetings.ts';
import { liveFor } from './conference/running.ts';
import type { VendorOf } from './conference/vendor.ts';
import { WITHOUT_ACCOUNT } from './conference/without-account.ts';
import type { WorkLimits } from './conference/work-limits.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './core/settings.ts';
import { NO_ACCOUNT_ID, type Tenant, type TenantId } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import { boundedMemo } from './lib/bounded-memo.ts';
import { bulkhead } from './lib/bulkhead.ts';
import type { WriteBehind } from './lib/write-behind.ts';
import { errorFields, type Log } from './ops/log.ts';
import type { Reports } from './ops/telemetry.ts';
import { BotIdentity } from './slack/bot-identity.ts';
import { cardCache } from './slack/card-cache.ts';
import { cardSender } from './slack/card-sender.ts';
import { channelDirectory } from './slack/channel-directory.ts';
import { MENU_OPTIONS } from './slack/menu-options.ts';
import { messenger } from './slack/messenger.ts';
import { blockSwitches } from './slack/newer-blocks.ts';
import { openHomes } from './slack/open-homes.ts';
import { reminderCards } from './slack/reminder-cards.ts';
import { replySender } from './slack/response-url.ts';
import { slackErrorOf } from './slack/retry-on-rate-limit.ts';
import type { Services } from './slack/services.ts';
import { profileMemory, userDirectory } from './slack/user-directory.ts';
import { viewerProof } from './slack/viewer-proof.ts';
import { type WebClientOptions, webClient } from './slack/web-client.ts';
import type { Keys, KeysFor } from './storage/keys.ts';
import type { Storage } from './storage/open-storage.ts';
import type { AccountDesk } from './tenants/account-desk.ts';
import type { Departures } from './tenants/departures.ts';
import { tenantSettings } from './tenants/tenant-settings.ts';
import { sharedCards } from './tracking/shared-card.ts';
import { tracking } from './tracking/tracking.ts';
import type { TrackingLimits } from './tracking/tracking-limits.ts';

export interface TenantServicesOptions {
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
  readonly fetch: typeof fetch;
  readonly clientOptions: Omit<WebClientOptions, 'token' | 'onCall' | 'onTokenRefused'>;
  /** Undefined where the deployment has no public address. */
  readonly calendarLinksOf: (tenant: TenantId) => CalendarLinks | undefined;
  /** Undefined where the one installation is given by the environment. */
  readonly departures: Pick<Departures, 'uninstalled' | 'tokenRefused'> | undefined;
  /** Undefined where the one account is given by the environment. */
  readonly accountDeskOf: ((tenant: TenantId, keys: Keys) => AccountDesk) | undefined;
  readonly workLimits: WorkLimits;
  readonly trackingLimits: TrackingLimits;
}

/** The settings of this many channels have their cards' renderers in memory. */
const RULES_MAX = 1000;

/** Slack takes a hundred a minute from an app in a workspace (docs.slack.dev, methods/views.publish, Tier 4); the others are for tabs that are opened. */
const HOME_UPDATES_PER_MINUTE = 60;

/** Slack takes a hundred a minute (methods/users.info, Tier 4); the others are for people of whom nothing is known. */
const STANDINGS_PER_MINUTE = 30;

/** A builder of one tenant's services. What it builds for two tenants has the limits of the process in common, and no data. */
export function tenantServices(options: TenantServicesOptions): (tenant: Tenant) => Services {
  const {
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
    fetch,
    clientOptions,
    calendarLinksOf,
    departures,
    accountDeskOf,
    workLimits,
    trackingLimits,
  } = options;
  /** What all tenants of the process share: nothing in it belongs to one of them. */
  const processWide = {
    proofs: bulkhead(workLimits.proofs),
    fairShare: fairShare(workLimits.lookupsOfOne),
    pastedShare: fairShare(workLimits.lookupsOfOne),
    teaching: bulkhead(workLimits.teaching),
    cardsOf: cardCache(),
    memory: meetingMemory(),
    profiles: profileMemory(),
    sharedCardsBy: boundedMemo(RULES_MAX, (rules: Settings) =>
      sharedCards({ words: wordsIn(rules.locale), rules, menu: MENU_OPTIONS }),
    ),
    replies: replySender({
      fetch,
      apiUrl: config.slackApiUrl,
      onForeignAddress: () => log.warn('reply-refused', { reason: 'foreign-address' }),
    }),
  };

  return ({ id, installation, conference }) => {
    const own = { ...environment, linkDomains: conference?.linkDomains ?? environment.linkDomains };
    const keys = keysFor(id, conference === undefined ? NO_ACCOUNT_ID : conference.id);
    const { botToken } = installation;
    const onTokenRefused = departures && (() => void departures.tokenRefused(id, botToken));
    const switches = blockSwitches(storage.cache, keys, (block) =>
      log.warn('block-switched-off', { reason: block }),
    );
    const calls = { token: botToken, ...clientOptions, onCall: report.slackCall, onTokenRefused, switches };
    const client = webClient(calls);
    const once = webClient({ ...calls, retries: 0 });
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
            memory: processWide.memory,
            cache: storage.cache,
            mirroredCache: storage.mirroredCache,
            leases: storage.leases,
            keys,
            limits: lookupLimits,
            teaching: processWide.teaching,
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
      memory: processWide.profiles,
      store: storage.cache,
      keys,
      clock,
      bulkhead: processWide.proofs,
      standingLimiter: storage.rateLimiter({ points: STANDINGS_PER_MINUTE, seconds: 60 }),
      onFailure: (error) => log.warn('viewer-unproven', errorFields(error)),
    });
    const rendering = {
      tenantSettings: ownSettings,
      cards: processWide.cardsOf(id),
      calendarLinks: calendarLinksOf(id),
      clock,
    };
    return {
      ...rendering,
      ...asked,
      tracking: tracking({
        tenant: id,
        keys,
        records: storage.records,
        dueTimes: storage.dueTimes,
        cache: storage.cache,
        rateLimiter: storage.rateLimiter,
        meetings: asked.meetings,
        findLive: asked.live,
        cardsIn: async (channel) => processWide.sharedCardsBy(await ownSettings.in(channel)),
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
      fairShare: processWide.fairShare,
      pastedShare: processWide.pastedShare,
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
      ...processWide.replies,
      report,
    };
  };
}
