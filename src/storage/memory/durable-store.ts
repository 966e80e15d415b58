import type { Clock } from '../../core/time.ts';
import type { DurableStore } from '../durable-store.ts';

const CHARACTERS_MAX = 32 * 1024 * 1024;

interface Entry {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Values in this process's memory, for a deployment of one process: they end with it. Nothing is evicted; a write that would take
 * more than 32 M characters in all rejects.
 */
export function memoryDurable(clock: Clock): DurableStore & { erase(prefix: string): void } {
  const entries = new Map<string, Entry>();
  let size = 0;

  function remove(key: string): void {
    size -= sizeOf(key, entries.get(key)?.value);
    entries.delete(key);
  }

  function removeExpired(): void {
    for (const [key, { until }] of entries) if (clock() >= until) remove(key);
  }

  return {
    async get(key) {
      const entry = entries.get(key);
      return entry === undefined || clock() >= entry.until ? undefined : entry.value;
    },
    async set(key, value, expirySeconds = Number.POSITIVE_INFINITY) {
      const grows = (): number => sizeOf(key, value) - sizeOf(key, entries.get(key)?.value);
      if (size + grows() > CHARACTERS_MAX) removeExpired();
      if (size + grows() > CHARACTERS_MAX) throw new RangeError('the durable storage in memory is full');
      remove(key);
      entries.set(key, { value, until: clock() + expirySeconds * 1000 });
      size += sizeOf(key, value);
    },
    async take(key) {
      const entry = entries.get(key);
      remove(key);
      return entry === undefined || clock() >= entry.until ? undefined : entry.value;
    },
    async delete(key) {
      remove(key);
    },
    erase(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) remove(key);
    },
  };
}

/** In characters; 0 without a value. */
function sizeOf(key: string, value: string | undefined): number {
  return value === undefined ? 0 : key.length + value.length;
}
