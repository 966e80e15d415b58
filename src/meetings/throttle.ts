import type { Budget, BudgetSize, WaitSeconds } from '../cache/budget.ts';
import type { Keys, PersonId } from '../cache/keys.ts';

const MINUTE = 60;

/** Event ids are guessable numbers: of a person's lookups in a minute a third, and five at least, may find nothing. */
const MISSES_OF_LOOKUPS = 3;
const MISSES_MIN = 5;

/** Keeps one person from asking too much, over all processes; others are not slowed. */
export interface Throttle {
  /** Takes one lookup from this person's minute: 0, or the seconds until they may ask again. */
  admit(person: PersonId): Promise<WaitSeconds>;
  /** Notes that this person's lookup found nothing, which weighs as much as several that did not. */
  missed(person: PersonId): Promise<void>;
}

export function throttle(
  lookupsPerMinute: number,
  budget: (size: BudgetSize) => Budget,
  keys: Pick<Keys, 'spent'>,
): Throttle {
  const lookups = budget({ points: lookupsPerMinute, seconds: MINUTE });
  const surcharge = missWeight(lookupsPerMinute) - 1;
  return {
    admit: (person) => lookups.spend(keys.spent(person)),
    async missed(person) {
      if (surcharge > 0) await lookups.charge(keys.spent(person), surcharge);
    },
  };
}

/** For how many lookups one counts that finds nothing. */
function missWeight(lookupsPerMinute: number): number {
  return Math.min(MISSES_OF_LOOKUPS, Math.max(1, Math.floor(lookupsPerMinute / MISSES_MIN)));
}
