import * as v from 'valibot';
import type { UnixSeconds } from '../core/time.ts';
import { storedJson, storedMeeting, storedSecond } from './stored-json.ts';
import type { Occurrences } from './vendor.ts';

/** The vendor knew no such meeting at `at`. */
export interface NotFound {
  readonly kind: 'not-found';
  readonly at: UnixSeconds;
}

/** An answer of the vendor, and the second at which it was given. */
export type LatestAnswer =
  | { readonly kind: 'found'; readonly at: UnixSeconds; readonly occurrences: Occurrences }
  | NotFound;

/** What the vendor answered at `asOf`. It refused to answer again at `at`, so nobody's rights follow from this answer any more. */
export interface WithdrawnAnswer {
  readonly kind: 'withdrawn';
  readonly at: UnixSeconds;
  readonly asOf: UnixSeconds;
  readonly occurrences: Occurrences;
}

export type StoredAnswer = LatestAnswer | WithdrawnAnswer;

/** The second at which the vendor said this. */
export function asOf(answer: StoredAnswer): UnixSeconds {
  return answer.kind === 'withdrawn' ? answer.asOf : answer.at;
}

const occurrences = v.tupleWithRest([storedMeeting], storedMeeting);

export const notFound = v.object({ kind: v.literal('not-found'), at: storedSecond });

export const storedAnswer = storedJson<StoredAnswer>(
  v.variant('kind', [
    v.object({ kind: v.literal('found'), at: storedSecond, occurrences }),
    v.object({ kind: v.literal('withdrawn'), at: storedSecond, asOf: storedSecond, occurrences }),
    notFound,
  ]),
);
