import type { Clock } from '../core/time.ts';
import type {
  BreakerState,
  DepartureOutcome,
  DurableOperation,
  FailureEvent,
  InstallStep,
  QuestionOutcome,
  Refusal,
  ReminderKind,
  ReminderOutcome,
  RequestKind,
  StoreOperation,
  UpdateChange,
  UpdateOutcome,
} from './labels.ts';
import { lineLimit } from './line-limit.ts';
import { errorFields, type Log, type LogFields } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Refused requests of one reason that are logged in a minute; anybody who reaches the port can cause them. */
const REFUSALS_PER_MINUTE = 20;

/** Failures of due work that are logged in a minute; while the durable storage is away, each look is one. */
const DUE_FAILURES_PER_MINUTE = 20;

/** Requests of one kind of unknown workspaces that are logged in a minute. */
const UNKNOWN_PER_MINUTE = 20;

export type Reports = ReturnType<typeof telemetry>;

/** What the modules report, each to the log and to the metrics; they know neither. */
export function telemetry(log: Log, metrics: Metrics, clock: Clock) {
  const refusalLines = lineLimit(REFUSALS_PER_MINUTE, clock);
  const dueLines = lineLimit(DUE_FAILURES_PER_MINUTE, clock);
  const unknownLines = lineLimit(UNKNOWN_PER_MINUTE, clock);
  return {
    answered(entryPoint: string, outcome: string, ms: number) {
      metrics.answered(entryPoint, outcome, ms);
      log.info('answered', { entryPoint, outcome, ms });
    },
    failed(event: FailureEvent, error: unknown, fields: LogFields = {}) {
      metrics.failed(event);
      log.error(event, { ...errorFields(error), ...fields });
    },
    connectionFault: (code: string) => log.debug('store-fault', { code }),
    storeFault(operation: StoreOperation) {
      metrics.storeFailed(operation);
      log.debug('store-fault', { operation });
    },
    storeState(state: 'ok' | 'degraded') {
      metrics.storeBecame(state);
      log[state === 'ok' ? 'info' : 'warn']('store-state', { state });
    },
    durableFault(operation: DurableOperation) {
      metrics.durableFailed(operation);
      log[operation === 'unseal' ? 'warn' : 'debug']('durable-fault', { operation });
    },
    durableState(state: 'ok' | 'unavailable') {
      metrics.durableBecame(state);
      log[state === 'ok' ? 'info' : 'warn']('durable-state', { state });
    },
    socketState(state: 'connecting' | 'connected' | 'reconnecting') {
      log[state === 'connected' ? 'info' : 'warn']('socket-state', { state });
    },
    endpointCall(outcome: QuestionOutcome, ms: number) {
      metrics.endpointCalled(outcome, ms);
      log.debug('endpoint-answered', { outcome, ms });
    },
    endpointState(state: BreakerState) {
      metrics.breakerBecame(state);
      if (state !== 'half-open') log.warn('endpoint-state', { state });
    },
    cacheLookup: metrics.cacheLookedUp,
    slackCall: metrics.slackCalled,
    cardUpdated(change: UpdateChange, outcome: UpdateOutcome) {
      metrics.cardUpdated(change, outcome);
      log.info('card-updated', { reason: change, outcome });
    },
    noteSent: metrics.noteSent,
    laneWaited: metrics.laneWaited,
    surplusForgotten: metrics.surplusForgotten,
    reminderTried(kind: ReminderKind, outcome: ReminderOutcome) {
      metrics.reminderTried(kind, outcome);
      log.info('reminder-tried', { reason: kind, outcome });
    },
    /** Slack's word for what is wrong with a card that this app made. */
    cardRefused: (reason: string) => log.error('card-refused', { reason }),
    cardNotFollowed: (error: unknown) => log.warn('card-not-followed', errorFields(error)),
    homeNotUpdated: (error: unknown) => log.warn('home-not-updated', errorFields(error)),
    dueWorkStep: metrics.dueWorkStep,
    /** It is tried again: while the durable storage is away this is expected. */
    dueWorkFailed(error: unknown) {
      const line = dueLines('due');
      if (line === undefined) return;
      const suppressed = line.suppressed === 0 ? {} : { suppressed: line.suppressed };
      log.warn('due-work-failed', { ...errorFields(error), ...suppressed });
    },
    installStep(step: InstallStep) {
      metrics.installStep(step);
      if (step === 'installed' || step === 'installed-organisation') log.info('installed', { outcome: step });
    },
    /** Slack, or the storage, did not do its part of an installation; `reason` is Slack's word for it. */
    installFailed: (error: unknown, reason = 'unknown') =>
      log.warn('install-failed', { ...errorFields(error), reason }),
    welcomeFailed: (error: unknown) => log.warn('welcome-failed', errorFields(error)),
    departed(outcome: DepartureOutcome, error?: unknown) {
      metrics.departed(outcome);
      const fields = error === undefined ? {} : errorFields(error);
      log[outcome === 'failed' ? 'warn' : 'info']('departure', { outcome, ...fields });
    },
    unknownInstallation(kind: RequestKind) {
      metrics.unknownInstallation(kind);
      const line = unknownLines(kind);
      if (line === undefined) return;
      const suppressed = line.suppressed === 0 ? {} : { suppressed: line.suppressed };
      log.info('unknown-installation', { entryPoint: kind, ...suppressed });
    },
    fieldsLeftOut: (fields: readonly string[]) => log.info('fields-left-out', { fields }),
    requestRefused(reason: Refusal, error?: unknown) {
      metrics.requestRefused(reason);
      const line = refusalLines(reason);
      if (line === undefined) return;
      log.warn('request-refused', {
        reason,
        ...(line.suppressed === 0 ? {} : { suppressed: line.suppressed }),
        ...(error === undefined ? {} : errorFields(error)),
      });
    },
  };
}
