import { limitedBodies } from './conference/quanshi/endpoint/limited-body.ts';
import { quanshi } from './conference/quanshi/quanshi.ts';
import type { ConferenceVendor, VendorOf } from './conference/vendor.ts';
import type { WorkLimits } from './conference/work-limits.ts';
import type { Config } from './config/config.ts';
import type { ConferenceAccount } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import { bulkhead } from './lib/bulkhead.ts';
import { bulkheads, within } from './lib/bulkheads.ts';
import type { HttpFetch } from './lib/http-fetch.ts';
import type { Reports } from './ops/telemetry.ts';

export interface VendorsOptions {
  readonly config: Config;
  readonly workLimits: WorkLimits;
  readonly report: Reports;
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  readonly nonce: () => string;
}

/**
 * All accounts of the process share its limits of questions and of memory. An account that a workspace connected has a share of them. The same
 * account gives the same vendor: tenants with the deployment's have one circuit breaker.
 */
export function vendors({ config, workLimits, report, fetch, clock, nonce }: VendorsOptions): VendorOf {
  const questions = bulkhead(workLimits.questions);
  const shareOf = bulkheads(workLimits.questionsOfAccount);
  const shared = {
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
  const made = new WeakMap<ConferenceAccount, ConferenceVendor>();
  return (account) => {
    const known = made.get(account);
    if (known !== undefined) return known;
    const own = account.id === undefined ? questions : within(shareOf(account.id), questions);
    const vendor = quanshi({ ...shared, bulkhead: own, account });
    made.set(account, vendor);
    return vendor;
  };
}
