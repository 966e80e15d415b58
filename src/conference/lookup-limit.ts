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

/** Links that one person, and that all of a workspace together, may paste in a minute; a link counts while it is typed and when it is sent. */
const PASTED_BY_ONE_PER_MINUTE = 30;
const PASTED_PER_MINUTE = 300;

/** Meetings that run now of which the vendor is asked in a minute, in search of a link. */
const LIVE_PER_MINUTE = 30;

/** Keeps one person from asking too much, over all processes; others are not slowed. */
export interface LookupLimit {
  /** Takes one lookup from this person's minute: 0, or the seconds until they may ask again. */
  tryAcquire(person: Person): Promise<WaitSeconds>;
  /** Notes that this person's lookup found nothing, which weighs as much as several that did not. */
  recordMiss(person: Person): Promise<void>;
  /** Takes one question for this vendor user's agenda from their minute, apart from lookups: 0, or the seconds until there is another. */
  tryAcquireAgenda(userId: VendorUserId): Promise<WaitSeconds>;
  /** Takes one pasted link from this person's and from the workspace's minute, apart from lookups. */
  tryAcquirePasted(person: Person): Promise<WaitSeconds>;
  /** Takes one question about a meeting that runs now from the workspace's minute. */
  tryAcquireLive(): Promise<WaitSeconds>;
}

export function lookupLimit(
  lookupsPerMinute: number,
  rateLimiter: RateLimiterFactory,
  keys: Pick<Keys, 'consumed' | 'agendaAsked' | 'pasted' | 'pastedByAll' | 'liveAsked'>,
): LookupLimit {
  const lookups = rateLimiter({ points: lookupsPerMinute, seconds: MINUTE });
  const agendas = rateLimiter({ points: AGENDAS_PER_MINUTE, seconds: MINUTE });
  const pastedByOne = rateLimiter({ points: PASTED_BY_ONE_PER_MINUTE, seconds: MINUTE });
  const pasted = rateLimiter({ points: PASTED_PER_MINUTE, seconds: MINUTE });
  const live = rateLimiter({ points: LIVE_PER_MINUTE, seconds: MINUTE });
  const missPenalty = missWeight(lookupsPerMinute) - 1;
  return {
    tryAcquire: (person) => lookups.consume(keys.consumed(person)),
    async recordMiss(person) {
      if (missPenalty > 0) await lookups.penalize(keys.consumed(person), missPenalty);
    },
    async tryAcquirePasted(person) {
      const seconds = await pastedByOne.consume(keys.pasted(person));
      return seconds > 0 ? seconds : pasted.consume(keys.pastedByAll());
    },
    tryAcquireLive: () => live.consume(keys.liveAsked()),
    tryAcquireAgenda: (userId) => agendas.consume(keys.agendaAsked(userId)),
  };
}

/** As how many lookups one that finds nothing counts. */
function missWeight(lookupsPerMinute: number): number {
  return Math.min(MISSES_OF_LOOKUPS, Math.max(1, Math.floor(lookupsPerMinute / MISSES_MIN)));
}
