import type { EventId, HostPassword, VendorUserId, WebLink } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { ConferenceAccount } from '../core/tenant.ts';
import type { UnixSeconds } from '../core/time.ts';

/** One question about a meeting. */
export type Question =
  | { readonly kind: 'event'; readonly eventId: EventId }
  | { readonly kind: 'host-password'; readonly password: HostPassword }
  | { readonly kind: 'link'; readonly link: WebLink };

/** The vendor's own words about a failure, as far as it gave any. The texts are not escaped. */
export interface VendorReport {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** What the vendor's support asks for. */
  readonly requestId: string | undefined;
}

export const NO_REPORT: VendorReport = { code: undefined, message: undefined, requestId: undefined };

/**
 * Why the vendor gave no result (docs/failures.md). `refused`: it answered with a failure of its own; `timeout`: not in time; `unreachable`:
 * no connection, or a failing server; `unreadable`: the reply does not follow the format, is too large, or is about another meeting; `busy`:
 * it was not asked, since too much is in progress.
 */
export type VendorFailure = {
  readonly kind: 'refused' | 'timeout' | 'unreachable' | 'unreadable' | 'busy';
  readonly report: VendorReport;
};

/** Nobody was asked: the tenant has no account at the vendor. */
export interface NoAccount {
  readonly kind: 'no-account';
}

export const NO_ACCOUNT: NoAccount = { kind: 'no-account' };

/** All occurrences of one meeting; never an empty list. */
export type Occurrences = readonly [Meeting, ...Meeting[]];

export type MeetingsAnswer =
  | { readonly kind: 'found'; readonly occurrences: Occurrences }
  | { readonly kind: 'not-found' }
  | VendorFailure;

/** An account at the conference vendor. */
export interface Account {
  readonly userId: VendorUserId;
  readonly name: string | undefined;
}

export type AccountAnswer =
  | { readonly kind: 'found'; readonly account: Account }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed' }
  | NoAccount;

export type FindAccount = (email: string) => Promise<AccountAnswer>;

/** Meetings in no order; recurring ones once an occurrence. */
export type ListAnswer = { readonly kind: 'found'; readonly meetings: readonly Meeting[] } | VendorFailure;

/** A meeting that runs at this moment. */
export interface LiveMeeting {
  readonly eventId: EventId;
  /** How many people are in it, where the vendor says so. */
  readonly attendeeCount: number | undefined;
}

export type LiveAnswer =
  | { readonly kind: 'found'; readonly meetings: readonly LiveMeeting[] }
  | VendorFailure;

export type AttendeesAnswer = { readonly kind: 'found'; readonly names: readonly string[] } | VendorFailure;

/** The port to a conference vendor, for one account. No method rejects: every failure is an answer. */
export interface ConferenceVendor {
  /** Whether the account can be asked by a link. Otherwise such a question is always answered `not-found`. */
  readonly canFindByLink: boolean;
  /** The one meeting that the question names. An answer about another meeting counts as `unreadable`. */
  findMeetings(question: Question): Promise<MeetingsAnswer>;
  /** The account that belongs to exactly this e-mail address. */
  readonly findAccount: FindAccount;
  /** The meetings of one vendor user between two moments. The vendor decides which side of a limit counts; filter the result. */
  listMeetings(userId: VendorUserId, from: UnixSeconds, to: UnixSeconds): Promise<ListAnswer>;
  /**
   * The meetings of the whole customer that run now; `refused` where the account may not ask. It is read in pages, and a meeting that began
   * or ended meanwhile may be missing: that a meeting is not in it is a sign, and no proof.
   */
  listLive(): Promise<LiveAnswer>;
  /** The names of those who are in a meeting that runs now, of a very large one the first thousand. Only its invitees may read them. */
  listAttendees(eventId: EventId): Promise<AttendeesAnswer>;
}

/** The vendor as it is asked with an account. */
export type VendorOf = (account: ConferenceAccount) => ConferenceVendor;
