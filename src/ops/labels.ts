/** What a lookup comes to that gave no meeting. */
const WITHOUT_RESULT = [
  'not-found',
  'unknown-link',
  'throttled',
  'refused',
  'timeout',
  'unreachable',
  'unreadable',
  'busy',
] as const;
const LOOKUP = ['found', ...WITHOUT_RESULT] as const;
const CARD = ['stale', ...LOOKUP] as const;
const NO_REFERENCE = [
  'empty',
  'help',
  'words',
  'sign',
  'fraction',
  'too-long',
  'out-of-range',
  'foreign-link',
] as const;
const UNPROVEN = [
  'not-asked',
  'other-workspace',
  'bot',
  'no-email',
  'unconfirmed-email',
  'confirmation-unknown',
  'unknown-to-vendor',
  'could-not-check',
] as const;
const HOME = ['days', 'not-known', 'failed'] as const;
const NOTHING = 'nothing-to-do';

/**
 * What can come of a request, by the entry point (label `entry_point`) that it came through. An entry point or an outcome that is not here does not
 * compile, and each is counted from 0 on.
 */
export const OUTCOMES = {
  command: [...CARD, ...NO_REFERENCE, ...UNPROVEN],
  event: ['unknown', 'duplicate', 'uninstalled', 'left-alone', 'shown-recently', 'unfurled', ...HOME],
  find_meeting: ['opened'],
  find_form: [...CARD, ...NO_REFERENCE],
  meeting_details: [...CARD, 'several', 'none-in-message', NOTHING],
  meeting_join: ['followed'],
  meeting_join_browser: ['followed'],
  meeting_join_host: ['followed'],
  meeting_join_co_host: ['followed'],
  meeting_share: [...CARD, NOTHING],
  meeting_refresh: [...CARD, NOTHING],
  meeting_access: ['public', 'attendee', 'co-host', 'host', ...WITHOUT_RESULT, NOTHING],
  meeting_calendar: ['sent', 'followed', ...WITHOUT_RESULT, NOTHING],
  meeting_post_in_thread: ['posted', 'not-posted', ...WITHOUT_RESULT, NOTHING],
  meeting_find: [...CARD, ...NO_REFERENCE, NOTHING],
  meeting_home_refresh: HOME,
  meeting_home_clear: HOME,
  meeting_people: [...LOOKUP, NOTHING],
  meeting_people_page: [...LOOKUP, NOTHING],
  meeting_people_page_back: [...LOOKUP, NOTHING],
} as const;

export type EntryPoint = keyof typeof OUTCOMES;
export type OutcomeAt<E extends EntryPoint> = (typeof OUTCOMES)[E][number];
export type AnswerOutcome = OutcomeAt<EntryPoint>;

/** What counts as a failure: a fault in the app, or something that Slack did not take. */
export const FAILURES = [
  'answer-failed',
  'late-answer-failed',
  'unhandled-rejection',
  'uncaught-exception',
] as const;
export type FailureEvent = (typeof FAILURES)[number];

export const REFUSALS = [
  'method',
  'too-large',
  'overload',
  'aborted',
  'signature',
  'unreadable',
  'not-handled',
  'failed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What came of a question to the conference service. */
export const QUESTION_OUTCOMES = [
  'answered',
  'refused',
  'timeout',
  'unreachable',
  'unreadable',
  'skipped',
  'busy',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

export const BREAKER_STATES = ['closed', 'half-open', 'open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

export const CACHE_RESULTS = ['fresh', 'stale', 'miss'] as const;
export type CacheResult = (typeof CACHE_RESULTS)[number];

/** The operations of cache, leases and rate limits. */
export const STORE_OPERATIONS = [
  'get',
  'set',
  'setIfAbsent',
  'delete',
  'acquire',
  'renew',
  'release',
  'consume',
  'penalize',
  'ping',
] as const;
export type StoreOperation = (typeof STORE_OPERATIONS)[number];

/** The operations of the durable storage; `unseal`: a stored value did not open with this deployment's key. */
export const DURABLE_OPERATIONS = ['get', 'set', 'delete', 'unseal', 'ping'] as const;
export type DurableOperation = (typeof DURABLE_OPERATIONS)[number];

/** The methods of Slack's Web API that the app calls; `other` is one that is missing here. */
export const SLACK_METHODS = [
  'auth.test',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.unfurl',
  'conversations.open',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'users.info',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
  'other',
] as const;
export type SlackMethod = (typeof SLACK_METHODS)[number];

/** What came of a call; `refused`: Slack said `ok: false`; `failed`: no answer, or none that Slack gives. */
export const SLACK_OUTCOMES = ['ok', 'refused', 'limited', 'failed'] as const;
export type SlackOutcome = (typeof SLACK_OUTCOMES)[number];
