/** The entry points of Slack, each with every outcome that it can have; fixed words of this program. */
export type Outcomes = Readonly<Record<string, readonly string[]>>;

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

/** What the cache had for a lookup. */
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
  'ping',
] as const;
export type StoreOperation = (typeof STORE_OPERATIONS)[number];

/** The operations of the durable storage; `unseal`: a stored value did not open with this deployment's key. */
export const DURABLE_OPERATIONS = [
  'get',
  'set',
  'take',
  'delete',
  'fields',
  'field',
  'setField',
  'setFieldIfAbsent',
  'replaceField',
  'swapField',
  'deleteField',
  'deleteRecord',
  'eraseRecord',
  'schedule',
  'scheduleBy',
  'bringForward',
  'claim',
  'settle',
  'remove',
  'oldest',
  'size',
  'membersOf',
  'erase',
  'unseal',
  'ping',
] as const;
export type DurableOperation = (typeof DURABLE_OPERATIONS)[number];

/** The methods of Slack's Web API that the app calls; `other` is one that is missing here. */
export const SLACK_METHODS = [
  'auth.test',
  'chat.delete',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.unfurl',
  'chat.update',
  'conversations.info',
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

/** What happened to a meeting whose cards were updated; `other`: something on the card that has no name of its own. */
export const UPDATE_CHANGES = [
  'started',
  'ended',
  'cancelled',
  'gone',
  'moved',
  'venue',
  'title',
  'host',
  'join-link',
  'other',
] as const;
export type UpdateChange = (typeof UPDATE_CHANGES)[number];

/** What came of an update of a card, or of a note; `invalid`: Slack refused what the app sent. */
export const UPDATE_OUTCOMES = [
  'sent',
  'gone',
  'uninstalled',
  'limited',
  'retry',
  'unknown',
  'invalid',
] as const;
export type UpdateOutcome = (typeof UPDATE_OUTCOMES)[number];

export const NOTE_CHANGES = ['cancelled', 'gone', 'moved'] as const satisfies readonly UpdateChange[];
export type NoteChange = (typeof NOTE_CHANGES)[number];

/** What people are sent who asked to be reminded. */
export const REMINDER_KINDS = ['reminder', 'called-off'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What came of an attempt to send it; `too-late`: the meeting was over. */
export const REMINDER_OUTCOMES = [...UPDATE_OUTCOMES, 'too-late'] as const;
export type ReminderOutcome = (typeof REMINDER_OUTCOMES)[number];

/** What a worker does when it is due; `cards`: the time of a followed card is over. */
export const DUE_WORK = ['checks', 'reminders', 'lanes', 'cards', 'departures'] as const;
export type DueWorkName = (typeof DUE_WORK)[number];

/** What was begun and neither done nor failed is in progress, or was when its process died. */
export const DUE_WORK_STEPS = ['begun', 'done', 'failed'] as const;
export type DueWorkStep = (typeof DUE_WORK_STEPS)[number];

/** Why the updates of a tenant waited: for the app's own limit, or for Slack's. */
export const LANE_WAITS = ['own-limit', 'slack-limit'] as const;
export type LaneWait = (typeof LANE_WAITS)[number];

/** What Slack sends, by its kind. */
export const REQUEST_KINDS = ['command', 'shortcut', 'action', 'view', 'event'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A step of an installation: `begun`, or the page that it ended with. */
export const INSTALL_STEPS = [
  'begun',
  'installed',
  'installed-organisation',
  'declined',
  'stale',
  'other-browser',
  'refused',
  'slack-failed',
  'unavailable',
  'busy',
] as const;
export type InstallStep = (typeof INSTALL_STEPS)[number];

/** What came of an end of an installation; `failed`: the storage did not delete everything yet. */
export const DEPARTURE_OUTCOMES = ['departed', 'kept', 'gone', 'failed'] as const;
export type DepartureOutcome = (typeof DEPARTURE_OUTCOMES)[number];

/** What came of a call; `refused`: Slack said `ok: false`; `failed`: no answer, or none that Slack gives. */
export const SLACK_OUTCOMES = ['ok', 'refused', 'limited', 'failed'] as const;
export type SlackOutcome = (typeof SLACK_OUTCOMES)[number];
