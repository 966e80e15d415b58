import type { TenantId } from '../core/tenant.ts';
import type { DueTimes } from '../storage/due-times.ts';
import { DUE, duePrefix, tenantPrefix } from '../storage/keys.ts';

/** The parts of the storage that hold data of tenants. */
export interface ErasableStorage {
  readonly dueTimes: (key: string) => DueTimes;
  erase(prefix: string): Promise<void>;
}

/** Deletes all that is stored of a tenant but its installation. Rejects with `StorageUnavailable`; to do it again is safe. */
export async function eraseTenant(id: TenantId, { dueTimes, erase }: ErasableStorage): Promise<void> {
  for (const key of Object.values(DUE)) {
    const times = dueTimes(key);
    for (const member of await times.membersOf(duePrefix(id))) await times.remove(member);
  }
  await erase(tenantPrefix(id));
}
