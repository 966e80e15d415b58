import type { BulkheadSize } from '../lib/bulkhead.ts';

/** How much one process has in progress at a time. */
export interface WorkLimits {
  /** Questions to the conference service about meetings. */
  readonly questions: BulkheadSize;
  /** Proofs of who somebody is: a call of `users.info` and a question about accounts each. */
  readonly proofs: BulkheadSize;
  /** Lookups of one person, so that nobody takes the room of all. */
  readonly lookupsOfOne: BulkheadSize;
}

/** Whoever waits for so long still has two seconds for the question itself: a command is answered after 2.7. */
const WAIT_MS = 700;

/**
 * Measured on half a core with a service that takes a second (docs/performance.md, "A crowd for cold meetings"): 200 questions at once are
 * answered in time, 350 are not, and 150 leave a margin. A proof costs as much of the processor as its card, so few run at a time, and
 * other cards go without.
 */
export const WORK_LIMITS: WorkLimits = {
  questions: { atOnce: 150, waiting: 250, waitMs: WAIT_MS },
  proofs: { atOnce: 32, waiting: 32, waitMs: WAIT_MS },
  lookupsOfOne: { atOnce: 10, waiting: 20, waitMs: WAIT_MS },
};
