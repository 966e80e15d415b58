import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EventId } from '../core/ids.ts';
import type { Clock, UnixSeconds } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { type LatestAnswer, type StoredAnswer, storedAnswer } from './stored-answer.ts';
import { NOT_FOUND_SECONDS } from './ttl-policy.ts';
import type { Occurrences } from './vendor.ts';

/** A hot meeting costs no read of the store. It is short, since other processes do not tell this one what they store. */
const LOCAL_MS = 3000;
const LOCAL_ENTRIES_MAX = 1000;
/** Of their texts, by which large meetings are told from small ones: what is in memory is less than half of it. */
const LOCAL_CHARACTERS_MAX = 6 * 1024 * 1024;
const LATEST_SEEN_MAX = 10_000;

/** Of so many meetings that were read last, one that is read again is put into memory (docs/adr/0037-memory-for-what-comes-again.md). */
const READ_ONCE_MAX = 500;

/** An answer as it was stored. A text that is read again unchanged gives the same answer, and so the same views and cards. */
interface LocalAnswer {
  readonly answer: StoredAnswer;
  /** Of the text that is stored: the text itself would take more memory than the answer. */
  readonly digest: string;
  readonly characters: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

type Stored = Pick<LocalAnswer, 'digest' | 'characters'>;

const storedAs = (text: string): Stored => ({
  digest: createHash('sha256').update(text).digest('base64'),
  characters: text.length,
});

/** `isLatest` is false for an answer that is older than one this process saw before. */
export interface CachedMeeting {
  readonly answer: StoredAnswer;
  readonly isLatest: boolean;
}

/** The vendor's answers by event id: all of them in the store, a few also in this process for seconds. Sealed by the store. */
export interface MeetingCache {
  /** The answer in this process's memory, if it was put there within seconds. */
  local(id: EventId): StoredAnswer | undefined;
  /** The answer in the store; one that was read shortly before is put into this process's memory too. */
  read(id: EventId): Promise<CachedMeeting | undefined>;
  storeFound(at: UnixSeconds, occurrences: Occurrences): Promise<LatestAnswer>;
  storeNotFound(at: UnixSeconds, id: EventId): Promise<LatestAnswer>;
  /** The vendor refused: from now on the stored answer proves nobody's rights, in any process. */
  withdraw(at: UnixSeconds, id: EventId): Promise<void>;
}

/** What a process has of meetings in its memory, of all tenants together, by the key of each. */
export interface MeetingMemory {
  readonly locals: LRUCache<string, LocalAnswer>;
  readonly latestSeen: LRUCache<string, UnixSeconds>;
  /** Meetings that were read, and are not in memory. */
  readonly readOnce: LRUCache<string, true>;
}

/** One for a process: its limits are those of the process, however many tenants there are. */
export function meetingMemory(): MeetingMemory {
  return {
    locals: new LRUCache({
      max: LOCAL_ENTRIES_MAX,
      maxSize: LOCAL_CHARACTERS_MAX,
      sizeCalculation: ({ characters }) => characters,
    }),
    latestSeen: growingLru(LATEST_SEEN_MAX),
    readOnce: growingLru(READ_ONCE_MAX),
  };
}

export interface MeetingCacheOptions {
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'meeting'>;
  readonly memory: MeetingMemory;
  readonly clock: Clock;
  /** How long a found meeting stays in the store. */
  readonly keepSeconds: number;
}

/**
 * A store that was away may come back with older contents, and a replica that took over from its master may lack the last writes. So each
 * process remembers the time of the latest answer that it saw of a meeting. An older one is not the latest, and is used as a fallback only.
 */
export function meetingCache({
  store,
  keys,
  memory: { locals, latestSeen, readOnce },
  clock,
  keepSeconds,
}: MeetingCacheOptions): MeetingCache {
  function putLocal(key: string, answer: StoredAnswer, { digest, characters }: Stored): void {
    locals.set(key, { answer, digest, characters, until: clock() + LOCAL_MS });
    latestSeen.set(key, answer.at);
  }

  /** `stored` is undefined where it was not read before. */
  function putRead(key: string, answer: StoredAnswer, stored: Stored | undefined): void {
    if (stored === undefined) {
      readOnce.set(key, true);
      latestSeen.set(key, answer.at);
    } else putLocal(key, answer, stored);
  }

  async function put<T extends StoredAnswer>(id: EventId, answer: T, expirySeconds: number): Promise<T> {
    const [key, text] = [keys.meeting(id), storedAnswer.write(answer)];
    putLocal(key, answer, storedAs(text));
    await store.set(key, text, expirySeconds);
    return answer;
  }

  return {
    local(id) {
      const entry = locals.get(keys.meeting(id));
      return entry !== undefined && clock() < entry.until ? entry.answer : undefined;
    },
    async read(id) {
      const key = keys.meeting(id);
      const text = await store.get(key);
      if (text === undefined) return undefined;
      const local = locals.get(key);
      const stored = local !== undefined || readOnce.delete(key) ? storedAs(text) : undefined;
      const isSame = local !== undefined && local.digest === stored?.digest;
      const answer = isSame ? local.answer : storedAnswer.read(text);
      if (answer === undefined) return undefined;
      const isLatest = answer.at >= (latestSeen.get(key) ?? answer.at);
      if (isLatest) putRead(key, answer, stored);
      return { answer, isLatest };
    },
    storeFound: (at, occurrences) =>
      put(occurrences[0].eventId, { kind: 'found', at, occurrences }, keepSeconds),
    storeNotFound: (at, id) => put(id, { kind: 'not-found', at }, NOT_FOUND_SECONDS),
    async withdraw(at, id) {
      const key = keys.meeting(id);
      locals.delete(key);
      latestSeen.set(key, at);
      const known = storedAnswer.read(await store.get(key));
      if (known?.kind !== 'found') return;
      const { at: since, occurrences } = known;
      const expirySeconds = Math.max(1, keepSeconds - (at - since));
      await put(id, { kind: 'withdrawn', at, asOf: since, occurrences }, expirySeconds);
    },
  };
}
