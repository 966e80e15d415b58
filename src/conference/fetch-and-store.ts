import { type Clock, secondsOf } from '../core/time.ts';
import type { MeetingCache } from './meeting-cache.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { LatestAnswer } from './stored-answer.ts';
import type { MeetingVendor, Question, VendorFailure } from './vendor.ts';

/** What came of a question: an answer as it is kept, or why there is none. */
export type FetchOutcome = LatestAnswer | VendorFailure;

export interface FetchAndStoreOptions {
  readonly source: MeetingVendor;
  readonly copies: MeetingCache;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
}

/**
 * Asks the source, and keeps what it says under all that names the meeting; never rejects. A failure is not kept, but a refusal takes from
 * what is kept its word on rights.
 */
export function fetchAndStore({ source, copies, index, clock }: FetchAndStoreOptions) {
  return async (question: Question): Promise<FetchOutcome> => {
    const answer = await source.ask(question);
    const at = secondsOf(clock);
    if (answer.kind === 'found') {
      const password = question.kind === 'host-password' ? question.password : undefined;
      const [copy] = await Promise.all([
        copies.keepFound(at, answer),
        index.learn(answer.occurrences, password),
      ]);
      return copy;
    }
    if (answer.kind === 'refused' && question.kind === 'event') await copies.withdraw(at, question.eventId);
    if (answer.kind !== 'not-found') return answer;
    return question.kind === 'event' ? copies.keepNotFound(at, question.eventId) : { kind: 'not-found', at };
  };
}
