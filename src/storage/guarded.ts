import { LRUCache } from 'lru-cache';
import type { CacheStore } from './cache-store.ts';
import type { Guard } from './guard.ts';

const OWED_MAX = 10_000;

/**
 * A store that never rejects: what the shared one cannot answer, the stand-in does, and finds what was set there meanwhile. That is
 * forgotten when the shared one is back, but for deletes: a key that was deleted meanwhile is deleted there before it is used again.
 */
export function guardedStore(store: CacheStore, standIn: CacheStore, guard: Guard): CacheStore {
  const owed = new LRUCache<string, true>({ max: OWED_MAX });

  async function settled(key: string): Promise<CacheStore> {
    if (owed.has(key)) {
      await store.delete(key);
      owed.delete(key);
    }
    return store;
  }

  const both = <T>(
    operation: keyof CacheStore,
    key: string,
    call: (target: CacheStore) => Promise<T>,
  ): Promise<T> =>
    guard.run(
      operation,
      async () => call(owed.size === 0 ? store : await settled(key)),
      () => call(standIn),
    );

  return {
    get: (key) => both('get', key, (target) => target.get(key)),
    set: (key, value, expirySeconds) => both('set', key, (target) => target.set(key, value, expirySeconds)),
    claim: (key, token, expirySeconds) =>
      both('claim', key, (target) => target.claim(key, token, expirySeconds)),
    renew: (key, token, expirySeconds) =>
      both('renew', key, (target) => target.renew(key, token, expirySeconds)),
    release: (key, token) => both('release', key, (target) => target.release(key, token)),
    delete: (key) =>
      guard.run(
        'delete',
        async () => {
          await store.delete(key);
          owed.delete(key);
        },
        async () => {
          owed.set(key, true);
          await standIn.delete(key);
        },
      ),
  };
}
