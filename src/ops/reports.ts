import { errorFields, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What the rooms report of themselves, each to the log and to the metrics; they know neither. */
export function reports(log: Log, metrics: Metrics) {
  return {
    connectionFault: (code: string) => log.debug('store-fault', { code }),
    storeFault(operation: string) {
      metrics.storeFailed(operation);
      log.debug('store-fault', { operation });
    },
    storeState(state: 'ok' | 'degraded') {
      metrics.storeBecame(state);
      log.warn('store-state', { state });
    },
    endpointCall(outcome: string, ms: number) {
      metrics.endpointCalled(outcome, ms);
      log.debug('endpoint-answered', { outcome, ms });
    },
    endpointState(state: 'closed' | 'half-open' | 'open') {
      metrics.breakerBecame(state);
      if (state !== 'half-open') log.warn('endpoint-state', { state });
    },
    copy: metrics.copyFound,
    slackCall: metrics.slackCalled,
    fieldsLeftOut: (fields: readonly string[]) => log.info('fields-left-out', { fields }),
    requestRefused(reason: string, error?: unknown) {
      metrics.requestRefused(reason);
      log.warn('request-refused', { reason, ...(error === undefined ? {} : errorFields(error)) });
    },
  };
}
