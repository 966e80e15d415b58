import type { Tenant, TenantId } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { DUE } from '../storage/keys.ts';
import { type DueLoop, type DueLoopOptions, type DueWork, dueLoop } from './due-loop.ts';
import type { Tracking } from './tracking.ts';
import type { TrackingLimits } from './tracking-limits.ts';

export interface WorkerOptions {
  /** Undefined where it is not known: what is due for it is looked at again later. Of a tenant that left, nothing is due. */
  readonly tenantWithId: (id: TenantId) => Promise<Tenant | undefined>;
  readonly trackingOf: (tenant: Tenant) => Tracking;
  readonly dueTimes: (key: string) => DueTimes;
  readonly clock: Clock;
  readonly limits: TrackingLimits;
  readonly onFailure: DueLoopOptions['onFailure'];
  readonly onStep: DueLoopOptions['onStep'];
  /** What else is due. */
  readonly more?: readonly DueWork[];
}

/** A process that was started with a wrong `CACHE_KEY` knows no tenant, and must not lose what is due for them. */
const UNKNOWN_AGAIN_MS = 60 * 60_000;

/** Does what is due for all tenants. A counted card whose time is over at the latest is counted no more. */
export function worker(options: WorkerOptions): DueLoop {
  const { tenantWithId, trackingOf, dueTimes, limits, more = [] } = options;
  const ofTenant =
    (run: (tracking: Tracking, id: string) => Promise<number | undefined>) =>
    async (tenantId: TenantId, id: string): Promise<number | undefined> => {
      const tenant = await tenantWithId(tenantId);
      return tenant === undefined ? options.clock() + UNKNOWN_AGAIN_MS : run(trackingOf(tenant), id);
    };
  return dueLoop({
    ...options,
    ...limits,
    work: [
      {
        name: 'reminders',
        times: dueTimes(DUE.reminders),
        run: ofTenant((tracking, id) => tracking.remind(id)),
      },
      { name: 'checks', times: dueTimes(DUE.checks), run: ofTenant((tracking, id) => tracking.check(id)) },
      { name: 'lanes', times: dueTimes(DUE.lanes), run: ofTenant((tracking) => tracking.updateWaiting()) },
      { name: 'cards', times: dueTimes(DUE.cards), run: async () => undefined },
      ...more,
    ],
  });
}
