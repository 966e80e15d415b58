import type { EventId, VendorUserId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { OtherNumber } from '../core/other-number.ts';
import type { Reference } from '../core/reference.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { Rights } from './rights.ts';
import type { SearchPlace } from './search-step.ts';
import type { NoAccount, VendorFailure } from './vendor.ts';

/**
 * A meeting, which of its occurrences is the current one, and the second at which the vendor said so. `stale`: the vendor was asked again
 * and failed. What of the meeting somebody may see depends on `rights` too.
 */
export interface FoundMeeting {
  readonly kind: 'found';
  readonly meeting: Meeting;
  readonly occurrences: readonly Meeting[];
  readonly asOf: UnixSeconds;
  readonly freshness: 'fresh' | 'stale';
  readonly rights: Rights;
  /** The number that it was found by, where that is not its event id or host password. */
  readonly foundBy?: OtherNumber['kind'];
}

/**
 * The result of looking a reference up. `unknown-link`: no meeting seen so far has this link, nor has one in the places that were tried;
 * `not-found`: the vendor knows no such meeting; `no-account`: there is no account to ask with.
 */
export type Lookup =
  | FoundMeeting
  | { readonly kind: 'not-found'; readonly reference: Reference['kind'] }
  | { readonly kind: 'unknown-link'; readonly tried: readonly SearchPlace[] }
  | NoAccount
  | VendorFailure;

/** How old a stored answer may be without asking the vendor: so many seconds, or young enough to prove rights. */
export type MaxAge = number | 'rights';

/** Without an age, a stored answer may be as old as the TTL policy allows. */
export interface FindOptions {
  readonly maxAge?: MaxAge;
  /** The vendor user whose list is searched for a link that no meeting seen before has; called only then. */
  readonly listOf?: () => Promise<VendorUserId | undefined>;
}

/** The only way to a meeting. No method rejects. */
export interface Meetings {
  find(reference: Reference, options?: FindOptions): Promise<Lookup>;
  /** The meeting from the cache while it is fresh; never asks the vendor. */
  fresh(id: EventId): Promise<FoundMeeting | undefined>;
}
