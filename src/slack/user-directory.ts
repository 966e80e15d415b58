import { webApi } from '@slack/bolt';
import type { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import type { Person } from '../core/person.ts';
import type { Standing } from '../core/standing.ts';
import { type Clock, zoneName } from '../core/time.ts';
import type { Bulkhead } from '../lib/bulkhead.ts';
import { growingLru } from '../lib/growing-lru.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { RateLimiter } from '../storage/rate-limiter.ts';
import type { BotUser } from './bot-identity.ts';
import { type UserInfo, userInfo } from './payloads/user-info.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';
import type { SlackClient } from './slack-client.ts';
import { standingOf } from './standing.ts';
import { readProfile, type UserProfile, writeProfile } from './user-profile.ts';
import type { ProveViewer } from './viewer-proof.ts';

/** The profiles that a process has in its memory, of all tenants together, by the key of each. */
export type ProfileMemory = LRUCache<string, { readonly profile: UserProfile; readonly until: number }>;

export const profileMemory = (): ProfileMemory => growingLru(LOCAL_MAX);

export interface UserDirectoryOptions {
  readonly client: SlackClient;
  readonly prove: ProveViewer;
  /** Who the app is to Slack; undefined where Slack does not tell. */
  readonly self: () => Promise<BotUser | undefined>;
  readonly memory: ProfileMemory;
  readonly store: CacheStore;
  readonly keys: Pick<Keys, 'profile' | 'standingAsked' | 'standingsAsked'>;
  readonly clock: Clock;
  /** Bounds how many people are looked up at a time; the others stay unproven for now. */
  readonly bulkhead: Bulkhead;
  /** Of what people are to the tenant, as Slack is asked again for their Home tabs. */
  readonly standingLimiter: RateLimiter;
  readonly onFailure: (error: unknown) => void;
}

/** Who Slack users are. Whatever goes wrong leaves the person unproven. */
export interface UserDirectory {
  /** Never rejects. Dispatch calls it, once a request, and bounds the wait. */
  of(person: Person): Promise<UserProfile>;
  /**
   * What somebody is to the tenant at this moment: Slack is asked, whatever is stored, and a stored profile that says otherwise is deleted.
   * `unknown` where Slack does not say. Never rejects.
   */
  standing(person: Person): Promise<Standing | 'unknown'>;
  /**
   * Whether somebody is something else to the tenant than what is stored says; the stored profile is deleted then. Slack is asked at most once a minute
   * for a person, thirty times for the tenant, and not about a profile that is younger than a minute. Never rejects.
   */
  hasNewStanding(person: Person): Promise<boolean>;
}

const STANDING_MS = 60_000;

/** The local cache spares a person's next requests the store and the parser; it lives for a small part of a proof's time. */
const LOCAL_MS = 10_000;
const LOCAL_MAX = 5000;

/** With the time in the local cache, an hour in all. */
const PROVEN_SECONDS = 60 * 60 - LOCAL_MS / 1000;
const UNPROVEN_SECONDS = 5 * 60;

/** Of somebody of whom nothing is known in time. */
export const UNKNOWN_PROFILE: UserProfile = {
  viewer: { kind: 'unproven', reason: 'could-not-check' },
  standing: 'outsider',
  locale: undefined,
  zone: undefined,
};

/** Slack's errors about the person (docs.slack.dev, methods/users.info); every other error is about the call or the app. */
const NO_PROFILE: ReadonlySet<string | undefined> = new Set(['user_not_found', 'user_not_visible']);

/** Slack's errors for an app that may not ask at all: the answer is the same for every person until somebody changes that. */
const APP_REFUSED: ReadonlySet<string | undefined> = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);
const APP_REFUSED_MS = 10_000;

/**
 * Asks `users.info` once a person. A proof is stored (sealed) for an hour, a lack of one for five minutes, a failure not at all.
 * While Slack limits `users.info` (`Retry-After`), and for ten seconds after it refused the app itself, it is not asked.
 */
export function userDirectory({
  client,
  prove,
  self,
  memory: local,
  store,
  keys,
  clock,
  bulkhead,
  standingLimiter,
  onFailure,
}: UserDirectoryOptions): UserDirectory {
  const inFlight = singleFlight<UserProfile>();
  let pausedUntil = 0;

  return {
    async of(person) {
      const key = keys.profile(person);
      const cached = local.get(key);
      if (cached !== undefined && clock() < cached.until) return cached.profile;
      return inFlight(key, () => profileOf(key, person).catch((error: unknown) => failed(error)));
    },
    async standing(person) {
      const known = await askedStanding(person);
      if (known === undefined) return 'unknown';
      const key = keys.profile(person);
      const stored = await store.get(key);
      if (stored !== undefined && readProfile(stored)?.profile.standing !== known) await forget(key);
      return known;
    },
    async hasNewStanding(person) {
      const key = keys.profile(person);
      const stored = readProfile((await store.get(key)) ?? '');
      if (stored === undefined || clock() - (stored.askedAt ?? 0) < STANDING_MS) return false;
      if (!(await store.setIfAbsent(keys.standingAsked(person), '1', STANDING_MS / 1000))) return false;
      if ((await standingLimiter.consume(keys.standingsAsked())) > 0) return false;
      const standing = await askedStanding(person);
      if (standing === undefined || standing === stored.profile.standing) return false;
      await forget(key);
      return true;
    },
  };

  async function forget(key: string): Promise<void> {
    local.delete(key);
    await store.delete(key);
  }

  async function askedStanding(person: Person): Promise<Standing | undefined> {
    return currentStanding(person).catch((error: unknown) => {
      failed(error);
      return undefined;
    });
  }

  function failed(error: unknown): UserProfile {
    if (error instanceof webApi.WebAPIRateLimitedError) pauseFor(error.retryAfter * 1000);
    if (APP_REFUSED.has(slackErrorOf(error))) pauseFor(APP_REFUSED_MS);
    onFailure(error);
    return UNKNOWN_PROFILE;
  }

  function pauseFor(milliseconds: number): void {
    pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
  }

  async function profileOf(key: string, person: Person): Promise<UserProfile> {
    const stored = await store.get(key);
    const profile = stored === undefined ? undefined : readProfile(stored)?.profile;
    if (profile !== undefined) {
      local.set(key, { profile, until: clock() + LOCAL_MS });
      return profile;
    }
    return (await bulkhead(() => askSlack(key, person))) ?? UNKNOWN_PROFILE;
  }

  async function currentStanding(person: Person): Promise<Standing | undefined> {
    const own = clock() < pausedUntil ? undefined : await self();
    return own && standingOf(await userInfoOf(person), person, own);
  }

  async function askSlack(key: string, person: Person): Promise<UserProfile> {
    if (clock() < pausedUntil) return UNKNOWN_PROFILE;
    const [user, own] = await Promise.all([userInfoOf(person), self()]);
    const standing = own === undefined ? 'outsider' : standingOf(user, person, own);
    const fresh = { viewer: await prove(user, person), standing, ...preferences(user) };
    if (fresh.viewer.kind === 'unproven' && fresh.viewer.reason === 'could-not-check') return fresh;
    await store.set(
      key,
      writeProfile(fresh, clock()),
      fresh.viewer.kind === 'proven' ? PROVEN_SECONDS : UNPROVEN_SECONDS,
    );
    return fresh;
  }

  async function userInfoOf(person: Person): Promise<UserInfo | undefined> {
    try {
      const answer = await client.users.info({ user: person.userId, include_locale: true });
      return v.parse(userInfo, answer.user);
    } catch (error) {
      if (NO_PROFILE.has(slackErrorOf(error))) return undefined;
      throw error;
    }
  }
}

function preferences(user: UserInfo | undefined): Pick<UserProfile, 'locale' | 'zone'> {
  return { locale: user?.locale || undefined, zone: zoneName(user?.tz ?? '') };
}
