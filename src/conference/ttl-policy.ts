import { currentOccurrence, type Phase, phaseAt, type Scheduled } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { MaxAge } from './lookup.ts';
import { asOf, type StoredAnswer } from './stored-answer.ts';

/**
 * In the terms of RFC 5861. `fresh`: used as it is; `revalidating`: used, and asked for again in the background (stale-while-revalidate);
 * `stale`: the vendor is asked first, and this is used only if that fails (stale-if-error); `expired`: not used.
 */
export type Age = 'fresh' | 'revalidating' | 'stale' | 'expired';

/** What a deployment sets. */
export interface TtlOptions {
  /** `CACHE_FRESH_SECONDS`; undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  /** `CACHE_KEEP_SECONDS`: after so long an answer is expired. */
  readonly keepSeconds: number;
}

/** How many seconds a "not found" is used. It is short, since a meeting may be created a moment later. */
export const NOT_FOUND_SECONDS = 30;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** "About to begin": people look at the card again and again, and a late change of room matters most. */
const SOON = 15 * MINUTE;

type Pace = Phase | 'soon';

const FRESH_SECONDS: Record<Pace, number> = {
  live: 30,
  soon: 30,
  upcoming: 5 * MINUTE,
  ended: 6 * HOUR,
  cancelled: 2 * HOUR,
};

/** How long after that an answer is revalidating: no answer about a live meeting is shown that is older than 90 seconds. */
const REVALIDATING_SECONDS: Record<Pace, number> = {
  live: MINUTE,
  soon: MINUTE,
  upcoming: 10 * MINUTE,
  ended: 12 * HOUR,
  cancelled: 4 * HOUR,
};

/** `CACHE_FRESH_SECONDS` shortens it to this many times its value: a deployment that sets 0 wants no old answers. */
const REVALIDATING_PER_FRESH = 2;

/** Rights beyond the public view follow from an answer for this long at most, whatever the phase (SECURITY.md, "How long a right is believed"). */
const RIGHTS_SECONDS = 5 * MINUTE;

/**
 * The age of an answer at `now`. With a `maxAge`, an answer that is older is stale at once and never revalidating. A withdrawn answer is
 * stale from its first second.
 */
export function ageOf(
  answer: StoredAnswer,
  now: UnixSeconds,
  ttl: TtlOptions,
  maxAge: MaxAge | undefined,
): Age {
  if (answer.kind === 'not-found') {
    const limit = typeof maxAge === 'number' ? maxAge : NOT_FOUND_SECONDS;
    return now - answer.at < limit ? 'fresh' : 'expired';
  }
  const age = now - asOf(answer);
  if (age >= ttl.keepSeconds) return 'expired';
  if (answer.kind === 'withdrawn') return 'stale';
  const meeting = currentOccurrence(answer.occurrences, now) ?? answer.occurrences[0];
  const fresh = freshSeconds(meeting, now, ttl.freshSeconds);
  if (maxAge !== undefined) {
    return age < (maxAge === 'rights' ? Math.min(fresh, RIGHTS_SECONDS) : maxAge) ? 'fresh' : 'stale';
  }
  if (age < fresh) return 'fresh';
  const revalidating = Math.min(REVALIDATING_SECONDS[paceOf(meeting, now)], REVALIDATING_PER_FRESH * fresh);
  return age < fresh + revalidating ? 'revalidating' : 'stale';
}

/** For how many seconds an answer about this meeting is fresh, seen from now; `fixed` (`CACHE_FRESH_SECONDS`) overrides. */
export function freshSeconds(meeting: Scheduled, now: UnixSeconds, fixed: number | undefined): number {
  return fixed ?? FRESH_SECONDS[paceOf(meeting, now)];
}

function paceOf(meeting: Scheduled, now: UnixSeconds): Pace {
  const phase = phaseAt(meeting, now);
  const isSoon = meeting.start !== undefined && meeting.start - now <= SOON;
  return phase === 'upcoming' && isSoon ? 'soon' : phase;
}
