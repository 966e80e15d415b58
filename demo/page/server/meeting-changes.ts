import type { SampleConference } from '../../../sandbox/conference/sample-conference.ts';
import { digitsOf, type WireMeeting } from '../../../sandbox/conference/wire.ts';
import type { ChangeableMeeting, MeetingChange } from '../snapshot.ts';

const HOUR = 3600;
const CANCELLED = 0;
const ENDED = 4;
const PRESENT = ['韩梅梅', '李雷', 'Lucy Brown'];

/** What the page offers to change: live, in ten minutes, tomorrow, and a recurring one. */
const OFFERED = [700_001, 700_012, 700_002, 700_006];

/** What can happen to a sample meeting by a click. */
export interface MeetingChanges {
  offered(): readonly ChangeableMeeting[];
  /** Resolves with a sentence if there is no such meeting. */
  change(eventId: string, change: MeetingChange): string | undefined;
}

/** `nowMs` decides which occurrence of a recurring meeting is changed: the first that is not over. */
export function meetingChanges(
  { meetings }: Pick<SampleConference, 'meetings'>,
  nowMs: () => number,
): MeetingChanges {
  const asItWas = new Map<string, readonly WireMeeting[]>();

  /** The first occurrence that is not over becomes what `changed` makes of it. */
  function put(occurrences: readonly WireMeeting[], changed: (meeting: WireMeeting) => WireMeeting): void {
    const coming = occurrences.find(({ endTime }) => Number(endTime) * 1000 > nowMs()) ?? occurrences[0];
    meetings.put(...occurrences.map((meeting) => (meeting === coming ? changed(meeting) : meeting)));
  }

  return {
    offered: () =>
      OFFERED.flatMap((eventId) =>
        meetings
          .byEventId(eventId)
          .slice(0, 1)
          .map(({ title }) => ({ eventId: String(eventId), title: String(title) })),
      ),
    change(given, change) {
      const eventId = digitsOf(given) ?? '0';
      const occurrences = meetings.byEventId(eventId);
      if (occurrences.length === 0) return `There is no meeting ${given}.`;
      if (!asItWas.has(eventId)) asItWas.set(eventId, occurrences);
      switch (change) {
        case 'start':
          meetings.live.start(eventId, PRESENT);
          return undefined;
        case 'end':
          meetings.live.end(eventId);
          put(occurrences, (meeting) => ({ ...meeting, status: ENDED }));
          return undefined;
        case 'move':
          put(occurrences, hourLater);
          return undefined;
        case 'cancel':
          meetings.live.end(eventId);
          put(occurrences, (meeting) => ({ ...meeting, status: CANCELLED }));
          return undefined;
        case 'undo':
          meetings.live.end(eventId);
          meetings.put(...(asItWas.get(eventId) ?? occurrences));
          return undefined;
      }
    },
  };
}

function hourLater(meeting: WireMeeting): WireMeeting {
  const { startTime, endTime } = meeting;
  return { ...meeting, startTime: Number(startTime) + HOUR, endTime: Number(endTime) + HOUR };
}
