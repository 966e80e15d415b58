import type { TenantId } from '../core/tenant.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import { conferenceAccountKey } from '../storage/keys.ts';
import { type ConnectedAccount, readAccount, writeAccount } from './conference-account.ts';

/** The account of a tenant as it was read. `unreadable`: one is stored, and does not open with this deployment's key. */
export type FoundAccount =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'connected'; readonly connected: ConnectedAccount; readonly text: string };

/**
 * The account that each tenant connected, with its secrets: sealed, and deleted with all that is stored of the tenant. Rejects with
 * `StorageUnavailable`.
 */
export interface ConferenceAccounts {
  find(id: TenantId): Promise<FoundAccount>;
  /** Stores an account in the place of the one that was found; false where that was changed meanwhile. */
  put(id: TenantId, account: ConnectedAccount, found: FoundAccount): Promise<boolean>;
  /** Deletes whatever is there. */
  remove(id: TenantId): Promise<void>;
}

const FIELD = 'account';

export function conferenceAccounts(records: DurableRecords): ConferenceAccounts {
  return {
    async find(id) {
      const key = conferenceAccountKey(id);
      const text = await records.field(key, FIELD);
      const connected = text === undefined ? undefined : readAccount(text);
      if (text !== undefined && connected !== undefined) return { kind: 'connected', connected, text };
      // An account that cannot be read is not the same as none: that tenant must not be asked for with the deployment's.
      return { kind: (await records.size(key)) > 0 ? 'unreadable' : 'none' };
    },
    async put(id, account, found) {
      const [key, text] = [conferenceAccountKey(id), writeAccount(account)];
      if (found.kind === 'connected') return records.swapField(key, FIELD, found.text, text);
      await records.setField(key, FIELD, text, undefined);
      return true;
    },
    remove: (id) => records.deleteField(conferenceAccountKey(id), FIELD),
  };
}
