import type { BulkheadSize } from '../lib/bulkhead.ts';

/** How much one process has in progress at a time. */
export interface WorkLimits {
  /** Questions to the conference vendor about meetings, of all tenants together. */
  readonly questions: BulkheadSize;
  /** Those to one account that a workspace connected: where it does not answer, questions to other accounts still have room. */
  readonly questionsOfAccount: BulkheadSize;
  /** Checks of who a Slack user is at the vendor: each takes a call of `users.info` and a question about accounts. */
  readonly proofs: BulkheadSize;
  /** Those of one of many tenants: where Slack does not answer it, the others still have room. */
  readonly proofsOfTenant: BulkheadSize;
  /** Lookups of one person, and as many links that they pasted, so that one person cannot use up the limit of all. */
  readonly lookupsOfOne: BulkheadSize;
  /** Lists of meetings whose links are learned in the background. */
  readonly teaching: BulkheadSize;
}

/** After this wait two seconds remain for the question itself: a command is answered after 2.7 seconds. */
const WAIT_MS = 700;

/** What waits for its share, and then for the whole, waits for a second at most. */
const SHARE_WAIT_MS = 300;

/**
 * Measured on half a core with a vendor that takes a second (docs/performance.md, "A crowd for cold meetings"): 200 questions at once are
 * answered in time, 350 are not, and 150 leave a margin. A share of one tenant is two thirds or three quarters. A check of who somebody is costs
 * as much of the processor as a card, so few run at a time; the other cards show the public view.
 */
export const WORK_LIMITS: WorkLimits = {
  questions: { atOnce: 150, waiting: 250, waitMs: WAIT_MS },
  questionsOfAccount: { atOnce: 100, waiting: 150, waitMs: SHARE_WAIT_MS },
  proofs: { atOnce: 32, waiting: 32, waitMs: WAIT_MS },
  proofsOfTenant: { atOnce: 24, waiting: 24, waitMs: SHARE_WAIT_MS },
  lookupsOfOne: { atOnce: 10, waiting: 20, waitMs: WAIT_MS },
  teaching: { atOnce: 2, waiting: 50, waitMs: 5000 },
};
