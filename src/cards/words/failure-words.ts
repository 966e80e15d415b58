import type { NoReferenceReason } from '../../core/reference.ts';

/** Why a meeting's card is not shown; a closed set, each with its sentences. */
export type FailureKind =
  | 'not-found'
  | 'unknown-password'
  | 'unknown-link'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'unreadable'
  | 'busy'
  | 'no-account'
  | 'too-late'
  | 'too-many-windows'
  | 'internal';

/** Where a link is searched for: the person's own list, the meetings that run now, the conference service's list of links. */
export type SearchedPlace = 'agenda' | 'live' | 'link-lookup';

/** A sentence that says what failed, and one that says what to do. */
export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** The words of failure and help cards. */
export interface FailureCardWords {
  readonly throttled: (seconds: number) => FailureWords;
  readonly failure: Readonly<Record<FailureKind, FailureWords>>;
  /** Where a link was searched for in vain; at least one place. */
  readonly searched: (places: readonly SearchedPlace[]) => string;
  readonly vendorSays: (code: string, message: string | undefined) => string;
  readonly forSupport: string;
  readonly noReference: Readonly<Record<NoReferenceReason, string>>;
  /** What the app does, in one sentence. */
  readonly about: string;
  readonly youTyped: string;
  readonly usage: readonly string[];
}
