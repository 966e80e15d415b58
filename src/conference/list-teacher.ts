import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Clock } from '../core/time.ts';
import type { Bulkhead } from '../lib/bulkhead.ts';
import { growingLru } from '../lib/growing-lru.ts';
import type { ReferenceIndex } from './reference-index.ts';

/** Teaches the link index what a list of the vendor's says, in the background: nobody waits for it, and nothing of it rejects. */
export type TeachList = (meetings: readonly Meeting[]) => void;

export interface ListTeacherOptions {
  readonly index: Pick<ReferenceIndex, 'learnListed'>;
  /** Bounds how many lists are taught at a time; one that finds no room is taught when it is read again. */
  readonly bulkhead: Bulkhead;
  readonly clock: Clock;
}

/** Of one list: the others are found by a search of the list itself. */
const MEETINGS_MAX = 200;

/** A list is read every minute while somebody looks at it; its meetings are taught once in this time. */
const TAUGHT_MS = 60 * 60 * 1000;
const TAUGHT_MAX = 5000;

/** One meeting in a turn of the event loop, so that answers are not delayed. */
export function listTeacher({ index, bulkhead, clock }: ListTeacherOptions): TeachList {
  const taughtAt = growingLru<EventId, number>(TAUGHT_MAX);

  async function teach(meetings: readonly Meeting[]): Promise<void> {
    for (const [id, occurrences] of byEvent(meetings)) {
      await nextTurn();
      await index.learnListed(occurrences);
      taughtAt.set(id, clock());
    }
  }

  return (meetings) => {
    const untaught = meetings.filter(({ eventId }) => {
      const at = taughtAt.get(eventId);
      return at === undefined || clock() - at >= TAUGHT_MS;
    });
    if (untaught.length > 0) void bulkhead(() => teach(untaught));
  };
}

function byEvent(meetings: readonly Meeting[]): readonly (readonly [EventId, readonly Meeting[]])[] {
  const events = new Map<EventId, Meeting[]>();
  for (const meeting of meetings) {
    const known = events.get(meeting.eventId);
    if (known !== undefined) known.push(meeting);
    else if (events.size < MEETINGS_MAX) events.set(meeting.eventId, [meeting]);
  }
  return [...events];
}
