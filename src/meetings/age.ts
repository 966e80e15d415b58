import { currentOccurrence } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import { freshSeconds, graceSeconds, NOT_FOUND_SECONDS } from './freshness.ts';
import type { StoredAnswer } from './stored-answer.ts';

/** `fresh`: shown; `grace`: shown, and refreshed meanwhile; `old`: asked for anew; `gone`: not even good enough to stand in. */
export type Age = 'fresh' | 'grace' | 'old' | 'gone';

/** How long copies live in this deployment. */
export interface Lives {
  /** `CACHE_FRESH_SECONDS`; undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  /** `CACHE_KEEP_SECONDS`. */
  readonly keepSeconds: number;
}

/** How old a copy is, seen from now. Whoever names a `maxAgeSeconds` takes nothing older, and grants no grace. */
export function ageOf(
  copy: StoredAnswer,
  now: UnixSeconds,
  lives: Lives,
  maxAgeSeconds: number | undefined,
): Age {
  const seconds = now - copy.at;
  if (copy.kind === 'not-found') return seconds < (maxAgeSeconds ?? NOT_FOUND_SECONDS) ? 'fresh' : 'gone';
  if (seconds >= lives.keepSeconds) return 'gone';
  if (maxAgeSeconds !== undefined) return seconds < maxAgeSeconds ? 'fresh' : 'old';
  const current = currentOccurrence(copy.occurrences, now) ?? copy.occurrences[0];
  const fresh = freshSeconds(current, now, lives.freshSeconds);
  if (seconds < fresh) return 'fresh';
  return seconds < fresh + graceSeconds(current, now, lives.freshSeconds) ? 'grace' : 'old';
}
