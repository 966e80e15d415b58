import type { VendorUserId } from './ids.ts';

/** Why it is not proven who a Slack user is. Each is a reason for the public view. */
export const UNPROVEN_REASONS = [
  'not-asked',
  'other-workspace',
  'bot',
  'no-email',
  'unconfirmed-email',
  'confirmation-unknown',
  'unknown-to-vendor',
  /** The tenant has no account to ask the vendor with. */
  'no-account',
  'could-not-check',
  /** The same for somebody of whom it is not even known that they are of the tenant's own company. */
  'unknown-origin',
] as const;
export type UnprovenReason = (typeof UNPROVEN_REASONS)[number];

/** Who a Slack user is to the conference vendor, as far as it was proven. */
export type Viewer =
  | { readonly kind: 'proven'; readonly userId: VendorUserId; readonly name: string | undefined }
  | { readonly kind: 'unproven'; readonly reason: UnprovenReason };

/** Whether somebody is of another company, or is not known to be of the tenant's own. */
export function isOutsider(viewer: Viewer): boolean {
  if (viewer.kind === 'proven') return false;
  return viewer.reason === 'other-workspace' || viewer.reason === 'unknown-origin';
}
