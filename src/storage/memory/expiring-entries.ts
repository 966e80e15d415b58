import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/time.ts';

const ENTRIES_MAX = 10_000;
/** What an entry counts at least, so that a limit of size is one of number too. */
const CHARACTERS_MIN = 800;
const CHARACTERS_MAX = ENTRIES_MAX * CHARACTERS_MIN;

/** Text under keys, each with an end, in this process's memory. */
export interface ExpiringEntries {
  get(key: string): string | undefined;
  set(key: string, value: string, expirySeconds: number): void;
  delete(key: string): void;
  /** Deletes every key that begins with `prefix`. */
  erase(prefix: string): void;
}

/**
 * Bounded in number and size; the least recently used entries leave first. There is no `max`: an `LRUCache` with one takes memory for
 * all of them at once.
 */
export function expiringEntries(clock: Clock): ExpiringEntries {
  const entries = new LRUCache<string, { readonly value: string; readonly until: number }>({
    maxSize: CHARACTERS_MAX,
    sizeCalculation: ({ value }, key) => Math.max(value.length + key.length, CHARACTERS_MIN),
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
    },
    delete: (key) => void entries.delete(key),
    erase(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
  };
}
