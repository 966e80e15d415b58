import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A log whose lines about answers are counted too, so that who answers reports it once. */
export function measuredLog(log: Log, metrics: Pick<Metrics, 'answered' | 'answerFailed'>): Log {
  return {
    ...log,
    info(event, fields) {
      log.info(event, fields);
      if (event === 'answered')
        metrics.answered(fields?.door ?? 'unknown', fields?.outcome ?? 'unknown', fields?.ms ?? 0);
    },
    error(event, fields) {
      log.error(event, fields);
      metrics.answerFailed(event);
    },
  };
}
