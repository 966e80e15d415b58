import { NO_REFERENCE_REASONS } from '../core/reference.ts';

/** Fixed words for what comes of a request. They are labels of metrics, so they never hold what a user or a service said. */

/** Of a lookup that gave no meeting. */
export const WITHOUT_MEETING = [
  'not-found',
  'unknown-link',
  'throttled',
  'refused',
  'timeout',
  'unreachable',
  'unreadable',
  'busy',
  'no-account',
] as const;

/** Of a meeting's card. */
export const CARD = ['found', 'stale', ...WITHOUT_MEETING] as const;

/** Of a text that names no meeting. */
export const NO_REFERENCE = ['help', ...NO_REFERENCE_REASONS] as const;

/** Of the Home tab. */
export const HOME = ['days', 'not-known', 'failed', 'no-account'] as const;

/** Of a share: the meeting is confidential, and such meetings are not shared in this workspace. */
export const CONFIDENTIAL = 'confidential';

/** The payload lacks what the listener needs. */
export const NOTHING = 'nothing-to-do';
