import type { EventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Reference } from '../core/reference.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { Rights } from './rights.ts';
import type { VendorFailure } from './vendor.ts';

/**
 * A meeting, the second its copy was taken, and whether that copy only stands in for an endpoint that failed. Of its occurrences it is
 * the current one. What of it somebody may see depends on `rights` too.
 */
export interface FoundMeeting {
  readonly kind: 'found';
  readonly meeting: Meeting;
  readonly occurrences: readonly Meeting[];
  readonly asOf: UnixSeconds;
  readonly freshness: 'fresh' | 'stale';
  readonly rights: Rights;
}

/**
 * What came of looking a reference up. `unknown-link`: a meeting link that no meeting seen so far has, in a deployment without a link
 * lookup; `not-found`: the vendor knows no such meeting.
 */
export type Lookup =
  | FoundMeeting
  | { readonly kind: 'not-found'; readonly reference: Reference['kind'] }
  | { readonly kind: 'unknown-link' }
  | VendorFailure;

/** How old a copy may be, without a grace: so many seconds, or young enough to prove rights. */
export type MaxAge = number | 'rights';

/** Without an age, a copy may be as old as the meeting's phase allows. */
export interface FindOptions {
  readonly maxAge?: MaxAge;
}

/** The one way to a meeting. Neither rejects. */
export interface Meetings {
  find(reference: Reference, options?: FindOptions): Promise<Lookup>;
  /** The meeting out of its copy while that is fresh; asks nobody. */
  fresh(id: EventId): Promise<FoundMeeting | undefined>;
}
