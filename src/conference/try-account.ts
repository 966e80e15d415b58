import type { VendorUserId } from '../core/ids.ts';
import { type Clock, secondsOf, unixSeconds } from '../core/time.ts';
import type { ConferenceVendor, VendorFailure } from './vendor.ts';

/** What the vendor made of an account that was tried. */
export type Trial = { readonly kind: 'works' } | VendorFailure;

const SECONDS = 60;

/** Asks the account's vendor one question, whose answer does not depend on a meeting: for its user's list of the next minute. Never rejects. */
export async function tryAccount(
  { listMeetings }: Pick<ConferenceVendor, 'listMeetings'>,
  userId: VendorUserId,
  clock: Clock,
): Promise<Trial> {
  const from = secondsOf(clock);
  const answer = await listMeetings(userId, from, unixSeconds(from + SECONDS) ?? from);
  return answer.kind === 'found' ? { kind: 'works' } : answer;
}
