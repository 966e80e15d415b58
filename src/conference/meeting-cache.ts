import { LRUCache } from 'lru-cache';
import type { EventId } from '../core/ids.ts';
import type { Clock, UnixSeconds, ZoneName } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import {
  asOf,
  type LatestAnswer,
  readStored,
  type StoredAnswer,
  writeFound,
  writeNotFound,
  writeWithdrawn,
} from './stored-answer.ts';
import { NOT_FOUND_SECONDS } from './ttl-policy.ts';
import type { Found } from './vendor.ts';

/** A hot card needs neither the store nor the decoder; short, since other processes do not tell when they know better. */
const NEAR_MS = 3000;
const NEAR_ENTRIES = 150;
const NEAR_CHARACTERS = 2 * 1024 * 1024;
const NEWEST_ENTRIES = 10_000;

/** What was kept of a meeting. `isLatest` is false of a copy older than one that this process had before. */
export interface CachedMeeting {
  readonly answer: StoredAnswer;
  readonly isLatest: boolean;
}

/** The copies of the vendor's answers: a few decoded ones in this process for seconds, all of them in the store. */
export interface MeetingCache {
  /** The copy in this process, if it has one that is young enough. */
  local(id: EventId): StoredAnswer | undefined;
  /** The store's copy, which is then near too. */
  read(id: EventId): Promise<CachedMeeting | undefined>;
  keepFound(at: UnixSeconds, found: Found): Promise<LatestAnswer>;
  keepNotFound(at: UnixSeconds, id: EventId): Promise<LatestAnswer>;
  /** The vendor refused: what is kept of the meeting proves nobody's rights from now on, in any process. */
  withdraw(at: UnixSeconds, id: EventId): Promise<void>;
}

export interface MeetingCacheOptions {
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'meeting'>;
  readonly clock: Clock;
  readonly defaultZone: ZoneName;
  readonly keepSeconds: number;
}

/**
 * A store that was away may come back with what it held before, and a replica that was put in its master's place may lack the last
 * writes. So each process remembers from when the newest copy was that it had of a meeting; an older one only stands in.
 */
export function meetingCache({
  store,
  keys,
  clock,
  defaultZone,
  keepSeconds,
}: MeetingCacheOptions): MeetingCache {
  const nearby = new LRUCache<EventId, { readonly answer: StoredAnswer; readonly until: number }>({
    max: NEAR_ENTRIES,
    maxSize: NEAR_CHARACTERS,
  });
  const newest = new LRUCache<EventId, UnixSeconds>({ max: NEWEST_ENTRIES });

  function remember(id: EventId, answer: StoredAnswer, characters: number): StoredAnswer {
    nearby.set(id, { answer, until: clock() + NEAR_MS }, { size: characters });
    newest.set(id, answer.at);
    return answer;
  }

  async function keep<T extends StoredAnswer>(
    id: EventId,
    answer: T,
    text: string,
    seconds: number,
  ): Promise<T> {
    remember(id, answer, text.length);
    await store.set(keys.meeting(id), text, seconds);
    return answer;
  }

  return {
    local(id) {
      const entry = nearby.get(id);
      return entry !== undefined && clock() < entry.until ? entry.answer : undefined;
    },
    async read(id) {
      const text = await store.get(keys.meeting(id));
      const answer = text === undefined ? undefined : readStored(text, defaultZone);
      if (text === undefined || answer === undefined) return undefined;
      const isLatest = answer.at >= (newest.get(id) ?? answer.at);
      if (isLatest) remember(id, answer, text.length);
      return { answer, isLatest };
    },
    keepFound: (at, { occurrences, stored }) =>
      keep(occurrences[0].eventId, { kind: 'found', at, occurrences }, writeFound(at, stored), keepSeconds),
    keepNotFound: (at, id) => keep(id, { kind: 'not-found', at }, writeNotFound(at), NOT_FOUND_SECONDS),
    async withdraw(at, id) {
      nearby.delete(id);
      newest.set(id, at);
      const kept = await store.get(keys.meeting(id));
      const text = kept === undefined ? undefined : writeWithdrawn(at, kept);
      const answer = text === undefined ? undefined : readStored(text, defaultZone);
      if (text === undefined || answer === undefined) return;
      await keep(id, answer, text, Math.max(1, keepSeconds - (at - asOf(answer))));
    },
  };
}
