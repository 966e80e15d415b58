import type { CacheStore } from './cache-store.ts';

/** The expiry of a value that was only read is unknown. A day outlasts most outages, and what has expired meanwhile is not used for long. */
const READ_SECONDS = 24 * 60 * 60;

/**
 * A guarded cache whose fallback also holds what this process wrote and read while the shared cache answered, so that it is known when
 * that is away. While the shared cache answers it decides: the fallback forgets what is absent there and takes over what differs.
 */
export function mirroredCache(cache: CacheStore, fallback: CacheStore): CacheStore {
  return {
    async get(key) {
      const known = await fallback.get(key);
      const value = await cache.get(key);
      if (value === known) return value;
      // What was written or deleted during the read is newer than what was read.
      if ((await fallback.get(key)) !== known) return value;
      if (value === undefined) await fallback.delete(key);
      else await fallback.set(key, value, READ_SECONDS);
      return value;
    },
    async set(key, value, expirySeconds) {
      await fallback.set(key, value, expirySeconds);
      await cache.set(key, value, expirySeconds);
    },
    async setIfAbsent(key, value, expirySeconds) {
      const isSet = await cache.setIfAbsent(key, value, expirySeconds);
      if (isSet) await fallback.set(key, value, expirySeconds);
      return isSet;
    },
    async delete(key) {
      await fallback.delete(key);
      await cache.delete(key);
    },
  };
}
