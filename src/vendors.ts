import { limitedBodies } from './conference/quanshi/endpoint/limited-body.ts';
import { quanshi } from './conference/quanshi/quanshi.ts';
import type { VendorOf } from './conference/vendor.ts';
import type { WorkLimits } from './conference/work-limits.ts';
import type { Config } from './config/config.ts';
import type { Clock } from './core/time.ts';
import { bulkhead } from './lib/bulkhead.ts';
import type { Reports } from './ops/telemetry.ts';

export interface VendorsOptions {
  readonly config: Config;
  readonly workLimits: WorkLimits;
  readonly report: Reports;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly nonce: () => string;
}

/** All accounts of the process share its limits of questions and of memory. */
export function vendors({ config, workLimits, report, fetch, clock, nonce }: VendorsOptions): VendorOf {
  const shared = {
    bulkhead: bulkhead(workLimits.questions),
    readBody: limitedBodies(),
    timeoutMs: config.conference.timeoutMs,
    defaultZone: config.defaultZone,
    fetch,
    clock,
    nonce,
    onCall: report.endpointCall,
    onState: report.endpointState,
    onDropped: report.fieldsLeftOut,
  };
  return (account) => quanshi({ ...shared, account });
}
