import * as v from 'valibot';
import { ellipsized } from '../core/ellipsis.ts';
import { type EventId, eventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Person } from '../core/person.ts';
import type { WriteBehind } from '../lib/write-behind.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';

/** A meeting that a person looked up, with its title at that time. */
export interface RecentMeeting {
  readonly eventId: EventId;
  readonly title: string;
}

/** The last ten meetings that each person looked up, newest first; stored for thirty days. */
export interface Recents {
  note(person: Person, meeting: Pick<Meeting, 'eventId' | 'title'>): void;
  list(person: Person): Promise<readonly RecentMeeting[]>;
  clear(person: Person): Promise<void>;
}

export interface RecentsOptions {
  readonly store: Pick<CacheStore, 'get' | 'set' | 'delete'>;
  readonly keys: Pick<Keys, 'recent'>;
  readonly behind: WriteBehind;
}

const MEETINGS_MAX = 10;
const EXPIRY_SECONDS = 30 * 24 * 60 * 60;
const TITLE_MAX = 150;

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ eventId: v.string(), title: v.string() })),
);

/**
 * A meeting is noted behind the answer, together with others of the same person, and listed at once by this process. Of two processes that
 * write one person's list at the same moment, one may lose its note; nothing else depends on the list.
 */
export function recentMeetings({ store, keys, behind }: RecentsOptions): Recents {
  /** What this process noted and has not written yet, newest first. */
  const pending = new Map<string, readonly RecentMeeting[]>();

  async function stored(key: string): Promise<RecentMeeting[]> {
    const parsed = v.safeParse(schema, (await store.get(key)) ?? '');
    if (!parsed.success) return [];
    return parsed.output.flatMap(({ eventId: digits, title }) => {
      const id = eventId(digits);
      return id === undefined ? [] : [{ eventId: id, title }];
    });
  }

  async function write(key: string): Promise<void> {
    const noted = pending.get(key);
    if (noted === undefined) return;
    const before = await stored(key);
    const isKnown = noted.every(({ eventId: id }, nth) => before[nth]?.eventId === id);
    if (!isKnown) await store.set(key, JSON.stringify(newestFirst(noted, before)), EXPIRY_SECONDS);
    if (pending.get(key) === noted) pending.delete(key);
  }

  return {
    note(person, { eventId: id, title }) {
      const key = keys.recent(person);
      const meeting = { eventId: id, title: ellipsized(title, TITLE_MAX) };
      pending.set(key, newestFirst([meeting], pending.get(key) ?? []));
      behind.schedule(key, () => write(key));
    },
    async list(person) {
      const key = keys.recent(person);
      // Before the store is read: what is written meanwhile is no longer pending, and not in what was read.
      const noted = pending.get(key) ?? [];
      return newestFirst(noted, await stored(key));
    },
    async clear(person) {
      const key = keys.recent(person);
      pending.delete(key);
      await behind.settled(key);
      await store.delete(key);
    },
  };
}

function newestFirst(
  noted: readonly RecentMeeting[],
  before: readonly RecentMeeting[],
): readonly RecentMeeting[] {
  const isNoted = (id: EventId): boolean => noted.some(({ eventId: each }) => each === id);
  return [...noted, ...before.filter(({ eventId: id }) => !isNoted(id))].slice(0, MEETINGS_MAX);
}
