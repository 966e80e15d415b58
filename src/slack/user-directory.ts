import { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import { vendorUserId } from '../core/ids.ts';
import type { Person } from '../core/person.ts';
import { type Clock, type ZoneName, zoneName } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Bulkhead } from '../lib/bulkhead.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { withinTime } from './deadline.ts';
import { type UserInfo, userInfo } from './payloads/user-info.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';
import type { ProveViewer } from './viewer-proof.ts';

/** What is known of a Slack user: who they are to the vendor, and how they like to be spoken to. */
export interface UserProfile {
  readonly viewer: Viewer;
  /** Slack's tag, such as `en-GB`; the sets of words decide what they make of it. */
  readonly locale: string | undefined;
  readonly zone: ZoneName | undefined;
}

export interface UserDirectoryOptions {
  readonly client: webApi.WebClient;
  readonly prove: ProveViewer;
  readonly store: CacheStore;
  readonly keys: Pick<Keys, 'profile'>;
  readonly clock: Clock;
  /** Bounds how many people are asked about at a time; the others stay unproven for now. */
  readonly bulkhead: Bulkhead;
  readonly onFailure: (error: unknown) => void;
}

/** Who Slack users are. Never rejects: whatever goes wrong leaves the person unproven. */
export interface UserDirectory {
  /** What is known within so many milliseconds; what is found out later is kept for the next time. */
  of(person: Person, milliseconds: number): Promise<UserProfile>;
}

/** Who asks twice in a while needs neither the store nor the decoder; a small part of what a proof lives anyway. */
const NEAR_MS = 10_000;
const NEAR_MAX = 2000;

/** With what it lives nearby, an hour in all. */
const PROVEN_SECONDS = 60 * 60 - NEAR_MS / 1000;
const UNPROVEN_SECONDS = 5 * 60;

const UNKNOWN: UserProfile = {
  viewer: { kind: 'unproven', reason: 'could-not-check' },
  locale: undefined,
  zone: undefined,
};

/** Of somebody whose profile Slack does not show this app. */
const NOT_SHOWN: UserProfile = {
  viewer: { kind: 'unproven', reason: 'no-email' },
  locale: undefined,
  zone: undefined,
};

/** Answers about the person asked for (docs.slack.dev, methods/users.info); every other error is about the call or the app. */
const NO_PROFILE: ReadonlySet<string | undefined> = new Set(['user_not_found', 'user_not_visible']);

/** What Slack says of an app that may not ask at all: of nobody it will say anything else until somebody has changed that. */
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
 * Asks `users.info` once a person; a proof is kept (sealed) for an hour, a lack of one for five minutes, a failure not at all.
 * While Slack limits `users.info` (`Retry-After`), and for ten seconds after it refused the app itself, nobody is asked about.
 */
export function userDirectory({
  client,
  prove,
  store,
  keys,
  clock,
  bulkhead,
  onFailure,
}: UserDirectoryOptions): UserDirectory {
  const inFlight = singleFlight<UserProfile>();
  let pausedUntil = 0;
  const nearby = new LRUCache<string, { readonly asker: UserProfile; readonly until: number }>({
    max: NEAR_MAX,
  });

  return {
    async of(person, milliseconds) {
      const key = keys.profile(person);
      const near = nearby.get(key);
      if (near !== undefined && clock() < near.until) return near.asker;
      const found = inFlight(key, () => known(key, person).catch((error: unknown) => failed(error)));
      return (await withinTime(milliseconds, found)) ?? UNKNOWN;
    },
  };

  function failed(error: unknown): UserProfile {
    if (error instanceof webApi.WebAPIRateLimitedError) pauseFor(error.retryAfter * 1000);
    if (APP_REFUSED.has(slackErrorOf(error))) pauseFor(APP_REFUSED_MS);
    onFailure(error);
    return UNKNOWN;
  }

  function pauseFor(milliseconds: number): void {
    pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
  }

  async function known(key: string, person: Person): Promise<UserProfile> {
    const kept = await store.get(key);
    const asker = kept === undefined ? undefined : readAsker(kept);
    if (asker !== undefined) {
      nearby.set(key, { asker, until: clock() + NEAR_MS });
      return asker;
    }
    return (await bulkhead(() => asked(key, person))) ?? UNKNOWN;
  }

  async function asked(key: string, person: Person): Promise<UserProfile> {
    if (clock() < pausedUntil) return UNKNOWN;
    const user = await profileOf(person);
    const fresh = user === undefined ? NOT_SHOWN : { viewer: await prove(user, person), ...manners(user) };
    if (fresh.viewer.kind === 'unproven' && fresh.viewer.reason === 'could-not-check') return fresh;
    await store.set(
      key,
      JSON.stringify(fresh),
      fresh.viewer.kind === 'proven' ? PROVEN_SECONDS : UNPROVEN_SECONDS,
    );
    return fresh;
  }

  async function profileOf(person: Person): Promise<UserInfo | undefined> {
    try {
      const answer = await client.users.info({ user: person.userId, include_locale: true });
      return v.parse(userInfo, answer.user);
    } catch (error) {
      if (NO_PROFILE.has(slackErrorOf(error))) return undefined;
      throw error;
    }
  }
}

function manners({ locale, tz }: UserInfo): Omit<UserProfile, 'viewer'> {
  return { locale: locale || undefined, zone: zoneName(tz ?? '') };
}

const viewerSchema = v.variant('kind', [
  v.object({ kind: v.literal('proven'), userId: v.string(), name: v.optional(v.string()) }),
  v.object({
    kind: v.literal('unproven'),
    reason: v.picklist([
      'other-workspace',
      'bot',
      'no-email',
      'unconfirmed-email',
      'confirmation-unknown',
      'unknown-to-vendor',
    ]),
  }),
]);

const askerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ viewer: viewerSchema, locale: v.optional(v.string()), zone: v.optional(v.string()) }),
);

function readAsker(text: string): UserProfile | undefined {
  const read = v.safeParse(askerSchema, text);
  if (!read.success) return undefined;
  const { viewer, locale, zone } = read.output;
  const rest = { locale, zone: zoneName(zone ?? '') };
  if (viewer.kind === 'unproven') return { viewer, ...rest };
  const userId = vendorUserId(viewer.userId);
  return userId === undefined
    ? undefined
    : { viewer: { kind: 'proven', userId, name: viewer.name }, ...rest };
}
