import type { Clock } from '../core/time.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { DUE } from '../storage/keys.ts';

/** What cards follow, over all processes and tenants. */
export interface FollowedCounts {
  readonly meetings: number;
  readonly cards: number;
  /** How long the check that should have come first has been due; 0 where none is. */
  readonly overdueSeconds: number;
}

/** Rejects with `StorageUnavailable`. */
export async function followedCounts(
  dueTimes: (key: string) => DueTimes,
  clock: Clock,
): Promise<FollowedCounts> {
  const [checks, counted] = [dueTimes(DUE.checks), dueTimes(DUE.cards)];
  const [oldest, meetings, cards] = await Promise.all([checks.oldest(), checks.size(), counted.size()]);
  return { meetings, cards, overdueSeconds: Math.max(0, (clock() - (oldest ?? clock())) / 1000) };
}
