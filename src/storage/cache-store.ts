/**
 * Where values are kept. Each call may reject: `guardedStore` is what makes a store that never does. Values are text; an expiry is
 * in whole seconds, at least 1.
 */
export interface CacheStore {
  get(key: string): Promise<string | undefined>;
  /** Value and expiry in one step: no value is ever kept without an end. */
  set(key: string, value: string, expirySeconds: number): Promise<void>;
  /** Sets only where nothing is; true when it did. What several processes race for, one gets. */
  claim(key: string, value: string, expirySeconds: number): Promise<boolean>;
  /** Lets a claimed value live so long from now, only while it is still this one. */
  renew(key: string, value: string, expirySeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes only while the value is still this one: a lease is freed by its holder alone. */
  release(key: string, value: string): Promise<void>;
}
