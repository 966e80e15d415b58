import type { Tenant, TenantId } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import type { Services } from './slack/services.ts';
import type { DueTimes } from './storage/due-times.ts';
import { DUE } from './storage/keys.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import { type DueLoop, dueLoop } from './tracking/due-loop.ts';
import type { TrackingLimits } from './tracking/tracking-limits.ts';

export interface TrackingWorkerOptions {
  readonly tenants: TenantDirectory;
  readonly servicesFor: (tenant: Tenant) => Services;
  readonly dueTimes: (key: string) => DueTimes;
  readonly clock: Clock;
  readonly limits: TrackingLimits;
  readonly onFailure: (error: unknown) => void;
}

/** Does what is due for all tenants. What belongs to a tenant that is gone is dropped. */
export function trackingWorker({
  tenants,
  servicesFor,
  dueTimes,
  clock,
  limits,
  onFailure,
}: TrackingWorkerOptions): DueLoop {
  const ofTenant =
    (run: (services: Services, id: string) => Promise<number | undefined>) =>
    async (tenantId: TenantId, id: string): Promise<number | undefined> => {
      const tenant = await tenants.withId(tenantId);
      return tenant === undefined ? undefined : run(servicesFor(tenant), id);
    };
  return dueLoop({
    work: [
      // First, since a reminder is worth nothing later; the loop takes no more than it has room for.
      { times: dueTimes(DUE.reminders), run: ofTenant(({ tracking }, id) => tracking.remind(id)) },
      { times: dueTimes(DUE.checks), run: ofTenant(({ tracking }, id) => tracking.check(id)) },
      { times: dueTimes(DUE.lanes), run: ofTenant(({ tracking }) => tracking.updateWaiting()) },
    ],
    clock,
    everyMs: limits.everyMs,
    atOnce: limits.atOnce,
    onFailure,
  });
}
