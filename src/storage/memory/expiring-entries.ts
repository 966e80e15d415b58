import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/time.ts';

const ENTRIES_MAX = 10_000;
const CHARACTERS_MAX = 8 * 1024 * 1024;

/** Text under keys, each with an end, in this process's memory. */
export interface ExpiringEntries {
  get(key: string): string | undefined;
  set(key: string, value: string, expirySeconds: number): void;
  delete(key: string): void;
  /** Deletes every key that begins with `prefix`. */
  erase(prefix: string): void;
}

/**
 * Bounded in number and size; the least recently used entries leave first. The `LRUCache` has no `max`: with one it takes memory for all
 * entries at once.
 */
export function expiringEntries(clock: Clock): ExpiringEntries {
  const entries = new LRUCache<string, { readonly value: string; readonly until: number }>({
    maxSize: CHARACTERS_MAX,
    sizeCalculation: ({ value }, key) => value.length + key.length,
  });

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (clock() < entry.until) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value, expirySeconds) {
      entries.set(key, { value, until: clock() + expirySeconds * 1000 });
      if (entries.size > ENTRIES_MAX) entries.pop();
    },
    delete: (key) => void entries.delete(key),
    erase(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
  };
}
