import type { AccountFailure } from '../core/account-state.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { ConferenceVendor, ListAnswer, MeetingsAnswer } from './vendor.ts';

/** A vendor, and how this process last fared with it. */
export interface WatchedVendor {
  readonly vendor: ConferenceVendor;
  /** Why its last answer was none; undefined where it was one. */
  lastFailure(): AccountFailure | undefined;
}

/**
 * Remembers whether the last question about meetings was answered. The other questions say nothing of the account: it may not be allowed to ask for
 * what runs now, and who is in a meeting is told to invitees only. `busy` is this app's own limit.
 */
export function watchedVendor(vendor: ConferenceVendor, clock: Clock): WatchedVendor {
  let last: AccountFailure | undefined;

  function note<A extends MeetingsAnswer | ListAnswer>(answer: A): A {
    last = failureOf(answer);
    return answer;
  }

  function failureOf(answer: MeetingsAnswer | ListAnswer): AccountFailure | undefined {
    switch (answer.kind) {
      case 'found':
      case 'not-found':
        return undefined;
      case 'busy':
        return last;
      default: {
        const { code, message } = answer.report;
        return { kind: answer.kind, code, message, at: secondsOf(clock) };
      }
    }
  }

  return {
    vendor: {
      ...vendor,
      findMeetings: async (question) => note(await vendor.findMeetings(question)),
      listMeetings: async (userId, from, to) => note(await vendor.listMeetings(userId, from, to)),
    },
    lastFailure: () => last,
  };
}
