import type { Clock } from '../../core/time.ts';
import type { CacheStore } from '../cache-store.ts';
import { type ExpiringEntries, expiringEntries } from './expiring-entries.ts';

/** A cache in this process's memory, of at most 10,000 entries and 32 M characters. */
export function memoryCache(clock: Clock): CacheStore & Pick<ExpiringEntries, 'erase'> {
  const entries = expiringEntries(clock);
  return {
    async get(key) {
      return entries.get(key);
    },
    async set(key, value, expirySeconds) {
      entries.set(key, value, expirySeconds);
    },
    async setIfAbsent(key, value, expirySeconds) {
      if (entries.get(key) !== undefined) return false;
      entries.set(key, value, expirySeconds);
      return true;
    },
    async delete(key) {
      entries.delete(key);
    },
    erase: entries.erase,
  };
}
