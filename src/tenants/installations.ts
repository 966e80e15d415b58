import { type TenantId, tenantId } from '../core/tenant.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import { INSTALLATIONS } from '../storage/keys.ts';
import { readInstallation, type StoredInstallation, tenantOfInstallation } from './installation.ts';

/** An installation as it was read. `text` tells it from one that has taken its place. */
export interface FoundInstallation {
  readonly installation: StoredInstallation;
  readonly text: string;
}

/**
 * Every installation of this deployment, one for each tenant: a later one of the same workspace or organisation takes the place of an earlier
 * one. They are one record, so they can be listed, and each is written and deleted in one step. Rejects with `StorageUnavailable`.
 */
export interface Installations {
  find(id: TenantId): Promise<FoundInstallation | undefined>;
  /** Ordered by tenant. */
  list(): Promise<ReadonlyMap<TenantId, StoredInstallation>>;
  put(installation: StoredInstallation): Promise<void>;
  /** Deletes this installation; false where it is there no more, or another one has taken its place. */
  remove(id: TenantId, found: FoundInstallation): Promise<boolean>;
  /** Deletes whatever is there, also what cannot be read. */
  removeAny(id: TenantId): Promise<void>;
}

export function installations(records: DurableRecords): Installations {
  return {
    async find(id) {
      const text = await records.field(INSTALLATIONS, id);
      const installation = text === undefined ? undefined : readInstallation(text);
      return text === undefined || installation === undefined ? undefined : { installation, text };
    },
    async list() {
      const all = [...(await records.fields(INSTALLATIONS))].flatMap(([name, text]) => {
        const [id, installation] = [tenantId(name), readInstallation(text)];
        return id === undefined || installation === undefined ? [] : [[id, installation] as const];
      });
      return new Map(all.sort(([one], [other]) => (one < other ? -1 : 1)));
    },
    async put(installation) {
      const id = tenantOfInstallation(installation);
      if (id === undefined) throw new TypeError('an installation of no tenant');
      await records.setField(INSTALLATIONS, id, JSON.stringify(installation), undefined);
    },
    remove: (id, { text }) => records.swapField(INSTALLATIONS, id, text, undefined),
    removeAny: (id) => records.deleteField(INSTALLATIONS, id),
  };
}
