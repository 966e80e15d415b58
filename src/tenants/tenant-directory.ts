import type { InstallationRef, Tenant, TenantId } from '../core/tenant.ts';

/** Whose installation a payload was sent to. */
export interface TenantDirectory {
  /** Undefined where this deployment has no such installation. */
  of(ref: InstallationRef): Promise<Tenant | undefined>;
  /** Undefined where it is a tenant no more. */
  withId(id: TenantId): Promise<Tenant | undefined>;
}
