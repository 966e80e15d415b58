import type { TrackedMeeting } from './changes.ts';
import type { TenantId } from './tenant.ts';
import { type UnixSeconds, unixSeconds } from './time.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The pace within an hour around a meeting. */
const NEAR = 5 * MINUTE;

/** Before the start, when people look at a card and a late change matters most. */
const ABOUT_TO_BEGIN = 10 * MINUTE;

/** After its end a meeting is asked about for so long: it may have been moved, or may run again. */
const AFTER_END = HOUR;

/** A meeting without a known end counts as over after a day (`phaseAt`). */
const LONGEST_WITHOUT_END = DAY;

/** Of the hash that spreads the tenants. */
const HASH_PRIME = 1_000_003;

/** No card is tracked for longer. */
export const TRACKED_SECONDS_MAX = 30 * DAY;

/** How often a meeting is asked about that begins in so many seconds; fewer than none: it has begun. */
export function paceAt(untilStart: number): number {
  if (untilStart <= HOUR) return NEAR;
  return untilStart <= DAY ? 30 * MINUTE : 6 * HOUR;
}

export interface CheckTimesOptions {
  /** When it began to be tracked. */
  readonly since: UnixSeconds;
  /** When it was first seen to have ended; undefined while it has not. */
  readonly endedAt: UnixSeconds | undefined;
  /** `CARD_CHECK_SECONDS`: so often, whatever the phase. */
  readonly everySeconds: number | undefined;
  /** `checkOffset` of the tenant. */
  readonly offset: number;
}

/**
 * So many seconds after each full five minutes a tenant's meetings that are near are asked about: all of them together, so that one list of
 * live meetings stands for all, and tenants apart from each other, since most meetings begin at a full hour.
 */
export function checkOffset(tenant: TenantId): number {
  let hash = 0;
  for (const character of tenant) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % HASH_PRIME;
  return hash % NEAR;
}

/**
 * When to ask next about a meeting; undefined: it is tracked no more. It is asked about a day, an hour and ten minutes before its start, at
 * start and end, and in between the more often the nearer it is; without a start as one that is far away.
 */
export function nextCheck(
  meeting: TrackedMeeting,
  now: UnixSeconds,
  { since, endedAt, everySeconds, offset }: CheckTimesOptions,
): UnixSeconds | undefined {
  const { start, phase } = meeting;
  const end = meeting.end ?? (start === undefined ? Number.POSITIVE_INFINITY : start + LONGEST_WITHOUT_END);
  const over = phase === 'live' ? Number.POSITIVE_INFINITY : (endedAt ?? end) + AFTER_END;
  const last = Math.min(over, since + TRACKED_SECONDS_MAX);
  if (now >= last) return undefined;
  const pace = paceAt(start === undefined ? Number.POSITIVE_INFINITY : start - now);
  const sinceFull = pace === NEAR && everySeconds === undefined ? (now - offset) % NEAR : 0;
  const every = (everySeconds ?? pace) - sinceFull;
  const before = start === undefined ? [] : [start - DAY, start - HOUR, start - ABOUT_TO_BEGIN, start];
  const moments = [...before, end, last];
  return unixSeconds(Math.min(now + every, ...moments.filter((moment) => moment > now)));
}
