import { NO_REPORT, type VendorFailure, type VendorReport } from './vendor.ts';

/** Where a link is searched for that no meeting seen before has: the person's own meetings, those that run now, the vendor's link lookup. */
export type SearchPlace = 'agenda' | 'live' | 'link-lookup';

/** `skipped`: the place cannot be searched now, or not by this account. What was found, the index knows. */
export type StepResult = { readonly kind: 'searched' } | { readonly kind: 'skipped' } | SearchFailure;

/** The vendor did not answer; the next search may succeed. */
export interface SearchFailure {
  readonly kind: 'timeout' | 'unreachable' | 'busy';
  readonly report: VendorReport;
}

/** How long one place may take; its work goes on after that, for the next search. */
export const STEP_MS = 5000;

export const TIMED_OUT: SearchFailure = { kind: 'timeout', report: NO_REPORT };

/** Undefined for an answer that cannot be used: the next one would be the same. */
export function searchFailure({ kind, report }: VendorFailure): SearchFailure | undefined {
  return kind === 'timeout' || kind === 'unreachable' || kind === 'busy' ? { kind, report } : undefined;
}
