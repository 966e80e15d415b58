import * as v from 'valibot';
import { ellipsized } from '../core/ellipsis.ts';
import { type EventId, eventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Person } from '../core/person.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';

/** A meeting that a person looked up, with its title at that time. */
export interface RecentMeeting {
  readonly eventId: EventId;
  readonly title: string;
}

/** The last ten meetings that each person looked up, newest first; stored for thirty days. */
export interface Recents {
  note(person: Person, meeting: Pick<Meeting, 'eventId' | 'title'>): Promise<void>;
  list(person: Person): Promise<readonly RecentMeeting[]>;
  clear(person: Person): Promise<void>;
}

const MEETINGS_MAX = 10;
const EXPIRY_SECONDS = 30 * 24 * 60 * 60;
const TITLE_MAX = 150;

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ eventId: v.string(), title: v.string() })),
);

/** Of two lookups of one person at the same moment one may be lost; nothing else depends on the list. */
export function recentMeetings(
  store: Pick<CacheStore, 'get' | 'set' | 'delete'>,
  keys: Pick<Keys, 'recent'>,
): Recents {
  async function read(key: string): Promise<RecentMeeting[]> {
    const parsed = v.safeParse(schema, (await store.get(key)) ?? '');
    if (!parsed.success) return [];
    return parsed.output.flatMap(({ eventId: digits, title }) => {
      const id = eventId(digits);
      return id === undefined ? [] : [{ eventId: id, title }];
    });
  }

  return {
    async note(person, meeting) {
      const key = keys.recent(person);
      const before = await read(key);
      if (before[0]?.eventId === meeting.eventId) return;
      const others = before.filter((known) => known.eventId !== meeting.eventId);
      const list = [
        { eventId: meeting.eventId, title: ellipsized(meeting.title, TITLE_MAX) },
        ...others,
      ].slice(0, MEETINGS_MAX);
      await store.set(key, JSON.stringify(list), EXPIRY_SECONDS);
    },
    list: (person) => read(keys.recent(person)),
    clear: (person) => store.delete(keys.recent(person)),
  };
}
