import { type LivePages, liveBook } from './live.ts';
import { digitsOf, type WireMeeting, type WireRecord } from './wire.ts';

/** What the sample conference service knows. Change it at any time: the next question sees it. */
export interface MeetingBook {
  /** Stores these meetings; those of one `eventId` belong together and replace what was stored under it. */
  put(...meetings: readonly WireMeeting[]): void;
  remove(eventId: number | string | bigint): void;
  /** Every occurrence of one event, in the order in which they were put. */
  byEventId(eventId: number | string | bigint): readonly WireMeeting[];
  all(): readonly WireMeeting[];
  /** Accounts by e-mail address or mobile number, exactly as they are asked for. */
  readonly accounts: Map<string, WireRecord>;
  readonly live: LivePages;
}

/** An empty book. */
export function meetingBook(): MeetingBook {
  const events = new Map<string, WireMeeting[]>();
  const keyOf = (eventId: unknown) => {
    const key = digitsOf(eventId);
    if (key === undefined) throw new Error(`Not an event id: ${String(eventId)}`);
    return key;
  };
  return {
    put(...meetings) {
      for (const meeting of meetings) events.delete(keyOf(meeting.eventId));
      for (const meeting of meetings) {
        const key = keyOf(meeting.eventId);
        events.set(key, [...(events.get(key) ?? []), meeting]);
      }
    },
    remove: (eventId) => void events.delete(keyOf(eventId)),
    byEventId: (eventId) => events.get(keyOf(eventId)) ?? [],
    all: () => [...events.values()].flat(),
    accounts: new Map(),
    live: liveBook(),
  };
}
