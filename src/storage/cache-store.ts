/**
 * Storage for values that can be looked up or computed again. It may lose any of them at any time, so it suits nothing that must last.
 * An adapter rejects where its server fails; `guardedCache` makes of it a store that never rejects. Values are text. Expiry is in whole
 * seconds, at least 1.
 */
export interface CacheStore {
  /** Undefined: absent, expired, evicted, or not readable with this deployment's key. */
  get(key: string): Promise<string | undefined>;
  /** Writes value and expiry in one step: no value is ever stored without an end. */
  set(key: string, value: string, expirySeconds: number): Promise<void>;
  /** Writes only where nothing is stored; true where it did. Of several processes one gets true. */
  setIfAbsent(key: string, value: string, expirySeconds: number): Promise<boolean>;
  delete(key: string): Promise<void>;
}
