import { currentOccurrence } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { MaxAge } from './lookup.ts';
import { asOf, type StoredAnswer } from './stored-answer.ts';
import { freshSeconds, graceSeconds, NOT_FOUND_SECONDS, rightsSeconds } from './ttl-policy.ts';

/** `fresh`: shown; `grace`: shown, and refreshed meanwhile; `old`: asked for anew; `gone`: not even good enough to stand in. */
export type Age = 'fresh' | 'grace' | 'old' | 'gone';

/** How long copies live in this deployment. */
export interface TtlOptions {
  /** `CACHE_FRESH_SECONDS`; undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  /** `CACHE_KEEP_SECONDS`. */
  readonly keepSeconds: number;
}

/**
 * How old a copy is, seen from now. Whoever names a `maxAge` takes nothing older, and grants no grace. A copy that was withdrawn is old from
 * the first second.
 */
export function ageOf(
  copy: StoredAnswer,
  now: UnixSeconds,
  lives: TtlOptions,
  maxAge: MaxAge | undefined,
): Age {
  if (copy.kind === 'not-found') {
    const believed = typeof maxAge === 'number' ? maxAge : NOT_FOUND_SECONDS;
    return now - copy.at < believed ? 'fresh' : 'gone';
  }
  const seconds = now - asOf(copy);
  if (seconds >= lives.keepSeconds) return 'gone';
  if (copy.kind === 'withdrawn') return 'old';
  const current = currentOccurrence(copy.occurrences, now) ?? copy.occurrences[0];
  if (maxAge !== undefined) {
    const allowed = maxAge === 'rights' ? rightsSeconds(current, now, lives.freshSeconds) : maxAge;
    return seconds < allowed ? 'fresh' : 'old';
  }
  const fresh = freshSeconds(current, now, lives.freshSeconds);
  if (seconds < fresh) return 'fresh';
  return seconds < fresh + graceSeconds(current, now, lives.freshSeconds) ? 'grace' : 'old';
}
