import * as v from 'valibot';
import { type EventId, eventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';

/**
 * From the storage key of a number to the meeting that was seen with it, for thirty days. It is a guess: only the meeting's own data decides.
 * The meeting that had a number first keeps it until it is forgotten there.
 */
export interface NumberIndex {
  find(key: string): Promise<EventId | undefined>;
  learn(id: EventId, keys: readonly string[]): Promise<void>;
  /** Removes a number from a meeting that no longer has it. */
  forget(id: EventId, key: string): Promise<void>;
}

const EXPIRY_SECONDS = 30 * 24 * 60 * 60;
/** An entry is written again once a day, and not at every look at the meeting. */
const RENEW_SECONDS = 24 * 60 * 60;

interface Entry {
  readonly owner: EventId;
  readonly at: number;
}

const schema = v.pipe(v.string(), v.parseJson(), v.object({ owner: v.string(), at: v.number() }));

export function numberIndex(store: Pick<CacheStore, 'get' | 'set' | 'delete'>, clock: Clock): NumberIndex {
  async function read(key: string): Promise<Entry | undefined> {
    const parsed = v.safeParse(schema, await store.get(key));
    const owner = parsed.success ? eventId(parsed.output.owner) : undefined;
    return parsed.success && owner !== undefined ? { owner, at: parsed.output.at } : undefined;
  }

  async function learnOne(id: EventId, key: string, at: UnixSeconds): Promise<void> {
    const known = await read(key);
    if (known !== undefined && (known.owner !== id || at - known.at < RENEW_SECONDS)) return;
    await store.set(key, JSON.stringify({ owner: id, at }), EXPIRY_SECONDS);
  }

  return {
    find: async (key) => (await read(key))?.owner,
    async learn(id, keys) {
      const at = secondsOf(clock);
      await Promise.all([...new Set(keys)].map((key) => learnOne(id, key, at)));
    },
    async forget(id, key) {
      if ((await read(key))?.owner === id) await store.delete(key);
    },
  };
}
