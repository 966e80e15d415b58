import { LRUCache } from 'lru-cache';
import type { EventId } from '../core/ids.ts';
import type { Clock } from '../core/time.ts';

const REMEMBERED = 1000;
const PAUSE_MS = 1000;

/** The meetings whose last question failed: their copies say so, and are not refreshed again at once. */
export interface RecentFailures {
  has(id: EventId): boolean;
  /** Whether it failed so lately that asking again would only add to the trouble. */
  isRecent(id: EventId): boolean;
  note(id: EventId, failed: boolean): void;
}

export function recentFailures(clock: Clock): RecentFailures {
  const failedAt = new LRUCache<EventId, number>({ max: REMEMBERED });
  return {
    has: (id) => failedAt.has(id),
    isRecent: (id) => clock() - (failedAt.get(id) ?? Number.NEGATIVE_INFINITY) < PAUSE_MS,
    note(id, failed) {
      if (failed) failedAt.set(id, clock());
      else failedAt.delete(id);
    },
  };
}
