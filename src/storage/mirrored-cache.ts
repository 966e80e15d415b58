import type { CacheStore } from './cache-store.ts';

/** The end of a value that was only read is not known; this is long enough for an outage, and short for what has ended meanwhile. */
const READ_SECONDS = 24 * 60 * 60;

/**
 * A guarded store whose `fallback` also holds what this process wrote and read while the shared store answered, so that it is still known
 * when that goes away. While it answers, what it says is true: what it lacks or has anew goes from the fallback, or replaces it.
 * Claimed values are not mirrored: a lease of the shared store says nothing here.
 */
export function mirroredStore(store: CacheStore, fallback: CacheStore): CacheStore {
  return {
    ...store,
    async get(key) {
      const value = await store.get(key);
      if (value === (await fallback.get(key))) return value;
      if (value === undefined) await fallback.delete(key);
      else await fallback.set(key, value, READ_SECONDS);
      return value;
    },
    async set(key, value, expirySeconds) {
      await fallback.set(key, value, expirySeconds);
      await store.set(key, value, expirySeconds);
    },
    async delete(key) {
      await fallback.delete(key);
      await store.delete(key);
    },
  };
}
