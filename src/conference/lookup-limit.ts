import type { VendorUserId } from '../core/ids.ts';
import type { Person } from '../core/person.ts';
import type { Keys } from '../storage/keys.ts';
import type { RateLimiterFactory, WaitSeconds } from '../storage/rate-limiter.ts';

const MINUTE = 60;

/** Event ids are guessable numbers: of a person's lookups in a minute a third, and five at least, may find nothing. */
const MISSES_OF_LOOKUPS = 3;
const MISSES_MIN = 5;

/** An agenda is cached for a minute, a failure for seconds: only a vendor that fails all the time causes more questions. */
const AGENDAS_PER_MINUTE = 6;

/** Keeps one person from asking too much, over all processes; others are not slowed. */
export interface LookupLimit {
  /** Takes one lookup from this person's minute: 0, or the seconds until they may ask again. */
  tryAcquire(person: Person): Promise<WaitSeconds>;
  /** Notes that this person's lookup found nothing, which weighs as much as several that did not. */
  recordMiss(person: Person): void;
  /** Takes one question for this vendor user's agenda from their minute, apart from lookups: 0, or the seconds until there is another. */
  tryAcquireAgenda(userId: VendorUserId): Promise<WaitSeconds>;
}

export function lookupLimit(
  lookupsPerMinute: number,
  rateLimiter: RateLimiterFactory,
  keys: Pick<Keys, 'consumed' | 'agendaAsked'>,
): LookupLimit {
  const lookups = rateLimiter({ points: lookupsPerMinute, seconds: MINUTE });
  const agendas = rateLimiter({ points: AGENDAS_PER_MINUTE, seconds: MINUTE });
  const missPenalty = missWeight(lookupsPerMinute) - 1;
  return {
    tryAcquire: (person) => lookups.consume(keys.consumed(person)),
    recordMiss(person) {
      if (missPenalty > 0) lookups.penalize(keys.consumed(person), missPenalty);
    },
    tryAcquireAgenda: (userId) => agendas.consume(keys.agendaAsked(userId)),
  };
}

/** As how many lookups one that finds nothing counts. */
function missWeight(lookupsPerMinute: number): number {
  return Math.min(MISSES_OF_LOOKUPS, Math.max(1, Math.floor(lookupsPerMinute / MISSES_MIN)));
}
