import type { Clock } from '../core/time.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { DUE } from '../storage/keys.ts';

/** What cards and reminders follow, over all processes and tenants. */
export interface FollowedCounts {
  readonly meetings: number;
  readonly cards: number;
  /** How long the check that should have come first has been due; 0 where none is. */
  readonly overdueSeconds: number;
  /** The same for the look at the reminders of a meeting. */
  readonly overdueReminderSeconds: number;
}

/** Rejects with `StorageUnavailable`. */
export async function followedCounts(
  dueTimes: (key: string) => DueTimes,
  clock: Clock,
): Promise<FollowedCounts> {
  const [checks, counted, reminders] = [dueTimes(DUE.checks), dueTimes(DUE.cards), dueTimes(DUE.reminders)];
  const [check, reminder, meetings, cards] = await Promise.all([
    checks.oldest(),
    reminders.oldest(),
    checks.size(),
    counted.size(),
  ]);
  const overdue = (at: number | undefined): number => Math.max(0, (clock() - (at ?? clock())) / 1000);
  return { meetings, cards, overdueSeconds: overdue(check), overdueReminderSeconds: overdue(reminder) };
}
