import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/time.ts';
import type { CacheStore } from '../cache-store.ts';

const ENTRIES_MAX = 10_000;
const CHARACTERS_MAX = 32 * 1024 * 1024;

/** A store in this process's memory, bounded in entries and size; the least recently used leave first. */
export function memoryStore(clock: Clock): CacheStore {
  const kept = new LRUCache<string, { readonly value: string; readonly until: number }>({
    max: ENTRIES_MAX,
    maxSize: CHARACTERS_MAX,
    sizeCalculation: ({ value }, key) => value.length + key.length,
  });

  function read(key: string): string | undefined {
    const entry = kept.get(key);
    if (entry === undefined) return undefined;
    if (clock() < entry.until) return entry.value;
    kept.delete(key);
    return undefined;
  }

  function write(key: string, value: string, expirySeconds: number): void {
    kept.set(key, { value, until: clock() + expirySeconds * 1000 });
  }

  return {
    async get(key) {
      return read(key);
    },
    async set(key, value, expirySeconds) {
      write(key, value, expirySeconds);
    },
    async claim(key, value, expirySeconds) {
      if (read(key) !== undefined) return false;
      write(key, value, expirySeconds);
      return true;
    },
    async renew(key, value, expirySeconds) {
      if (read(key) === value) write(key, value, expirySeconds);
    },
    async delete(key) {
      kept.delete(key);
    },
    async release(key, value) {
      if (read(key) === value) kept.delete(key);
    },
  };
}
