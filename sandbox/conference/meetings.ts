import type { MeetingBook } from './meeting-book.ts';
import { huge, largeIds, manyRoles, pastMidnightAbroad } from './samples/odd.ts';
import {
  cancelled,
  confidential,
  endedYesterday,
  inTenMinutes,
  live,
  onSite,
  recurring,
  tomorrow,
} from './samples/ordinary.ts';
import { sampleAccounts } from './samples/people.ts';
import { specified } from './samples/specification.ts';
import { unpleasant } from './samples/unpleasant.ts';
import type { WireMeeting } from './wire.ts';

export { meeting, plainMeeting } from './samples/builders.ts';
export { largeMeeting } from './samples/large.ts';
export { largestId } from './samples/odd.ts';
export { apiUserId as askerId, attendee, coHost, host, type Person, stranger } from './samples/people.ts';

/**
 * The meetings of the stage, placed around `nowMs`; only 649128 is where the specification has it, in 2024.
 * | 700001 | live, with everything | 700007 | twelve roles |
 * | 700002 | tomorrow | 700008 | past midnight in New York |
 * | 700003 | cancelled | 700009 | confidential data meeting, sign in first |
 * | 700004 | ended yesterday | 700010 | huge |
 * | 700005 | on site only | 700011 | unpleasant texts |
 * | 700006 | three occurrences | 700012 | in ten minutes |
 * and `largestId`, whose ids need all 64 bits.
 */
export function sampleMeetings(nowMs: number): readonly WireMeeting[] {
  if (made?.nowMs !== nowMs) made = { nowMs, meetings: samplesAt(nowMs) };
  return made.meetings;
}

/** Nobody changes them, so whoever opens many services at one moment has them made once. */
let made: { readonly nowMs: number; readonly meetings: readonly WireMeeting[] } | undefined;

function samplesAt(nowMs: number): readonly WireMeeting[] {
  return [
    specified(),
    live(nowMs),
    tomorrow(nowMs),
    cancelled(nowMs),
    endedYesterday(nowMs),
    onSite(nowMs),
    ...recurring(nowMs),
    manyRoles(nowMs),
    pastMidnightAbroad(nowMs),
    confidential(nowMs),
    huge(nowMs),
    unpleasant(nowMs),
    largeIds(nowMs),
    inTenMinutes(nowMs),
  ];
}

/** Puts all sample meetings and accounts into a service's book. */
export function putSamples(book: MeetingBook, nowMs: number): void {
  book.put(...sampleMeetings(nowMs));
  for (const [key, account] of sampleAccounts()) book.accounts.set(key, account);
}
