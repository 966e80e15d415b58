import type { DueTimes } from '../../src/storage/due-times.ts';
import type { Waited } from './tally.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** By how far before the clock a card counts as due (`tracking/importance`). */
export function waitedBy(now: number, at: number): Waited {
  const ahead = Math.round((now - at) / DAY_MS);
  if (ahead >= 2) return 'urgent';
  return ahead === 1 ? 'live' : 'other';
}

interface Waiting {
  readonly by: Waited;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The due times of a lane, which tells how long each card was in it since it was put there for its most important reason. */
export function watchedLane(
  lane: DueTimes,
  clock: () => number,
  onLeft: (by: Waited, waitedMs: number) => void,
): DueTimes {
  const waiting = new Map<string, Waiting>();
  const ranks: readonly Waited[] = ['urgent', 'live', 'other'];
  return {
    ...lane,
    async scheduleBy(member, at) {
      const by = waitedBy(clock(), at);
      const before = waiting.get(member);
      if (before === undefined || ranks.indexOf(by) < ranks.indexOf(before.by))
        waiting.set(member, { by, since: clock() });
      await lane.scheduleBy(member, at);
    },
    async settle(claimed, nextAt) {
      const known = waiting.get(claimed.member);
      if (nextAt === undefined && known !== undefined) {
        waiting.delete(claimed.member);
        onLeft(known.by, clock() - known.since);
      }
      await lane.settle(claimed, nextAt);
    },
  };
}
