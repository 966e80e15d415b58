import { LRUCache } from 'lru-cache';
import type { Tenant, TenantId } from '../core/tenant.ts';

/** What is built once for each tenant. */
export interface PerTenant<T extends object> {
  /** Built again where the tenant has another installation or account than before. */
  of(tenant: Tenant): T;
  /** What was built, if it was. */
  drop(id: TenantId): T | undefined;
}

/** `build`, called once for each tenant while it is among the `max` that were used last. A directory gives the same object for an unchanged tenant. */
export function perTenant<T extends object>(max: number, build: (tenant: Tenant) => T): PerTenant<T> {
  const built = new LRUCache<TenantId, { readonly tenant: Tenant; readonly value: T }>({ max });
  return {
    of(tenant) {
      const known = built.get(tenant.id);
      if (known?.tenant === tenant) return known.value;
      const value = build(tenant);
      built.set(tenant.id, { tenant, value });
      return value;
    },
    drop(id) {
      const value = built.get(id)?.value;
      built.delete(id);
      return value;
    },
  };
}
