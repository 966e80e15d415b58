import { type DestinationStream, type LevelWithSilent, pino } from 'pino';

/** What happened, in a fixed word; dashboards and alerts may rely on it. */
export type LogEvent =
  | 'starting'
  | 'listening'
  | 'stopping'
  | 'stopped'
  | 'answered'
  | 'answer-failed'
  | 'late-answer-failed'
  | 'unhandled-rejection'
  | 'uncaught-exception'
  | 'endpoint-answered'
  | 'endpoint-state'
  | 'fields-left-out'
  | 'store-fault'
  | 'store-state'
  | 'durable-fault'
  | 'durable-state'
  | 'durable-storage-in-memory'
  | 'socket-state'
  | 'request-refused'
  | 'block-switched-off'
  | 'entity-remarks'
  | 'reply-refused'
  | 'unknown-request'
  | 'unknown-installation'
  | 'installed'
  | 'install-failed'
  | 'welcome-failed'
  | 'departure'
  | 'slack-sdk'
  | 'slack-identity'
  | 'viewer-unproven'
  | 'channel-unknown'
  | 'card-updated'
  | 'card-refused'
  | 'card-not-followed'
  | 'home-not-updated'
  | 'reminder-tried'
  | 'due-work-failed';

/**
 * The only fields that a line may carry. None can hold a secret, a token, an e-mail, an address or a text of a card: they are numbers,
 * words of this program, names of fields, and codes and request ids of Slack and the vendor.
 */
export interface LogFields {
  readonly entryPoint?: string;
  readonly outcome?: string;
  readonly ms?: number;
  readonly status?: number;
  readonly port?: number;
  readonly transport?: string;
  readonly store?: string;
  readonly state?: string;
  readonly operation?: string;
  /** Of Slack's Web API, one that the app calls; or `response_url`. */
  readonly method?: string;
  readonly code?: string | undefined;
  readonly errorName?: string;
  readonly requestId?: string | undefined;
  readonly fields?: readonly string[];
  readonly reason?: string;
  readonly level?: string;
  /** Lines of the same kind that were left out since the last one. */
  readonly suppressed?: number;
}

const LOGGED = [
  'entryPoint',
  'outcome',
  'ms',
  'status',
  'port',
  'transport',
  'store',
  'state',
  'operation',
  'method',
  'code',
  'errorName',
  'requestId',
  'fields',
  'reason',
  'level',
  'suppressed',
] as const satisfies readonly (keyof LogFields)[];

const TEXT_MAX = 200;
const LIST_MAX = 20;

export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (event: LogEvent, fields?: LogFields) => void>
>;

/** JSON lines on `destination` (by default standard output, a write a line): level, time, event, and of the fields those that may be logged. */
export function createLog(level: LevelWithSilent, destination?: DestinationStream): Log {
  const options = { level, base: null, messageKey: 'event' };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (event, fields) => logger.debug(allowed(fields), event),
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  };
}

/** The fields for something thrown: its class, and its code if it has one. Never its message, which may hold foreign text. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  return { errorName: error.name, code: 'code' in error ? String(error.code) : undefined };
}

function allowed(fields: LogFields = {}): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const name of LOGGED) {
    const value = fields[name];
    if (typeof value === 'string') line[name] = value.slice(0, TEXT_MAX);
    else if (typeof value === 'number') line[name] = value;
    else if (value !== undefined)
      line[name] = value.slice(0, LIST_MAX).map((entry) => entry.slice(0, TEXT_MAX));
  }
  return line;
}
