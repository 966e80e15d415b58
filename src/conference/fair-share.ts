import type { Person } from '../core/person.ts';
import { type Bulkhead, type BulkheadSize, bulkhead } from '../lib/bulkhead.ts';

/** Runs a person's task within the number that this person may have in progress; undefined if it was turned away. */
export type FairShare = <T>(person: Person, task: () => Promise<T>) => Promise<T | undefined>;

/** A bulkhead for each person who has something in progress, so that one person's burst leaves room for the others. */
export function fairShare(size: BulkheadSize): FairShare {
  const shares = new Map<string, { readonly run: Bulkhead; tasks: number }>();

  return async ({ teamId, userId }, task) => {
    const key = `${teamId}/${userId}`;
    const share = shares.get(key) ?? { run: bulkhead(size), tasks: 0 };
    shares.set(key, share);
    share.tasks += 1;
    try {
      return await share.run(task);
    } finally {
      share.tasks -= 1;
      if (share.tasks === 0) shares.delete(key);
    }
  };
}
