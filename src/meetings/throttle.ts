import type { Budget, BudgetSize, WaitSeconds } from '../cache/budget.ts';
import type { Keys, PersonId } from '../cache/keys.ts';

const MINUTE = 60;

/** Event ids are guessable numbers: of a person's questions in a minute a third, and five at least, may find nothing. */
const MISSES_OF_LOOKUPS = 3;
const MISSES_MIN = 5;

/** Keeps one person from asking too much, over all processes; others are not slowed. */
export interface Throttle {
  /** Takes one lookup from this person's minute: 0, or the seconds until they may ask again. */
  admit(person: PersonId): Promise<WaitSeconds>;
  /** Notes that this person's lookup found nothing. */
  missed(person: PersonId): Promise<void>;
}

export function throttle(
  lookupsPerMinute: number,
  budget: (size: BudgetSize) => Budget,
  keys: Pick<Keys, 'spent'>,
): Throttle {
  const lookups = budget({ points: lookupsPerMinute, seconds: MINUTE });
  const misses = budget({
    points: Math.max(
      Math.min(MISSES_MIN, lookupsPerMinute),
      Math.floor(lookupsPerMinute / MISSES_OF_LOOKUPS),
    ),
    seconds: MINUTE,
  });
  return {
    async admit(person) {
      const [wait, waitForMisses] = await Promise.all([
        lookups.spend(keys.spent('lookups', person)),
        misses.look(keys.spent('misses', person)),
      ]);
      return Math.max(wait, waitForMisses);
    },
    async missed(person) {
      await misses.spend(keys.spent('misses', person));
    },
  };
}
