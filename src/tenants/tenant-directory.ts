import type { InstallationRef, Tenant } from '../core/tenant.ts';

/** Whose installation a payload was sent to. */
export interface TenantDirectory {
  /** Undefined where this deployment has no such installation. */
  of(ref: InstallationRef): Promise<Tenant | undefined>;
}
