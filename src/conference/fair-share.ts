import type { Person } from '../core/person.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';
import { type BulkheadSize, bulkhead } from '../lib/bulkhead.ts';

/** Runs a person's task within the number that this person may have in progress; undefined if it was turned away. */
export type FairShare = <T>(person: Person, task: () => Promise<T>) => Promise<T | undefined>;

/** Of these the bulkheads are in memory. More people than this do not fit into the work in progress of one process. */
const PEOPLE_MAX = 2000;

/** A bulkhead for each person, so that one person's burst leaves room for the others. */
export function fairShare(size: BulkheadSize): FairShare {
  const shareOf = boundedMemo(PEOPLE_MAX, (_person: string) => bulkhead(size));
  return ({ teamId, userId }, task) => shareOf(`${teamId}/${userId}`)(task);
}
