import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import type { MeetingCache } from './meeting-cache.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { LatestAnswer } from './stored-answer.ts';
import type { ConferenceVendor, Question, VendorFailure } from './vendor.ts';

const FAILURES_MAX = 1000;

/** An answer as it was stored, or why there is none. */
export type FetchOutcome = LatestAnswer | VendorFailure;

export interface FetchAndStore {
  /** Asks the vendor, and stores the answer under all that names the meeting. Never rejects. */
  fetch(question: Question): Promise<FetchOutcome>;
  /** Milliseconds since 1970 when the last question about this meeting failed in this process; undefined if it did not fail. */
  failedAt(id: EventId): number | undefined;
}

export interface FetchAndStoreOptions {
  readonly vendor: Pick<ConferenceVendor, 'findMeetings'>;
  readonly cache: MeetingCache;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
}

/** A failure is not stored, but a refusal withdraws the rights that follow from the stored answer. */
export function fetchAndStore({ vendor, cache, index, clock }: FetchAndStoreOptions): FetchAndStore {
  const failures = growingLru<EventId, number>(FAILURES_MAX);

  async function fetch(question: Question): Promise<FetchOutcome> {
    const answer = await vendor.findMeetings(question);
    const at = secondsOf(clock);
    switch (answer.kind) {
      case 'found': {
        const { occurrences } = answer;
        const password = question.kind === 'host-password' ? question.password : undefined;
        const [stored] = await Promise.all([
          cache.storeFound(at, occurrences),
          index.learn(occurrences, password),
        ]);
        return stored;
      }
      case 'not-found':
        return question.kind === 'event'
          ? cache.storeNotFound(at, question.eventId)
          : { kind: 'not-found', at };
      case 'refused':
        if (question.kind === 'event') await cache.withdraw(at, question.eventId);
        return answer;
      default:
        return answer;
    }
  }

  return {
    async fetch(question) {
      const outcome = await fetch(question);
      if (question.kind === 'event') {
        if (isVendorFailure(outcome)) failures.set(question.eventId, clock());
        else failures.delete(question.eventId);
      }
      return outcome;
    },
    failedAt: (id) => failures.get(id),
  };
}

/** `busy` says nothing about the vendor: it was not asked. */
function isVendorFailure({ kind }: FetchOutcome): boolean {
  return kind !== 'found' && kind !== 'not-found' && kind !== 'busy';
}
