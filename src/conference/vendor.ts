import type { EventId, HostPassword, WebLink } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';

/** One question to the conference vendor. */
export type Question =
  | { readonly kind: 'event'; readonly eventId: EventId }
  | { readonly kind: 'host-password'; readonly password: HostPassword }
  | { readonly kind: 'link'; readonly link: WebLink };

/** The vendor's own words about a failure, as far as it gave any; the texts are the vendor's and unescaped. */
export interface VendorReport {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** What the vendor's support asks for. */
  readonly requestId: string | undefined;
}

/**
 * Why the vendor gave no meeting. `refused`: it answered with a failure of its own (`status` not 0, HTTP 4xx); `timeout`: not in
 * time; `unreachable`: no connection, a reset, HTTP 5xx; `unreadable`: not JSON, too large, a redirect, or about another meeting; `busy`: it
 * was not asked, since too much is in progress.
 */
export type VendorFailure = {
  readonly kind: 'refused' | 'timeout' | 'unreachable' | 'unreadable' | 'busy';
  readonly report: VendorReport;
};

/** Occurrences of the one meeting asked for, never an empty list; `stored` is what `decodeMeetings` reads again later. */
export interface Found {
  readonly kind: 'found';
  readonly occurrences: readonly [Meeting, ...Meeting[]];
  readonly stored: StoredMeetings;
}

export type Answer = Found | { readonly kind: 'not-found' } | VendorFailure;

/** The vendor's meetings reduced to the fields that this app reads: JSON without numbers, so that no digit is lost. */
export type StoredMeetings = readonly Readonly<Record<string, unknown>>[];

/** Where meetings come from. Never rejects: every failure is an answer. */
export interface MeetingVendor {
  ask(question: Question): Promise<Answer>;
}

export const NO_REPORT: VendorReport = { code: undefined, message: undefined, requestId: undefined };
