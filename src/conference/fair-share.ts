import type { Person } from '../core/person.ts';
import type { BulkheadSize } from '../lib/bulkhead.ts';
import { bulkheads } from '../lib/bulkheads.ts';

/** Runs a person's task within the number that this person may have in progress; undefined if it was turned away. */
export type FairShare = <T>(person: Person, task: () => Promise<T>) => Promise<T | undefined>;

/** A bulkhead for each person, so that one person's burst leaves room for the others. */
export function fairShare(size: BulkheadSize): FairShare {
  const shareOf = bulkheads(size);
  return ({ teamId, userId }, task) => shareOf(`${teamId}/${userId}`)(task);
}
