import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { shorten } from '../cards/limits.ts';
import type { Words } from '../cards/words/words.ts';
import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { PublicView } from '../core/views.ts';

const TEXT_MAX = 500;
const ROOMS_MAX = 20;

/** A calendar file (RFC 5545): its name, and its text in CRLF lines. */
export interface CalendarFile {
  readonly name: string;
  readonly content: string;
}

/**
 * One meeting as a calendar file, out of the public view: a file is forwarded. Times are UTC. The UID stays the same for a meeting (for an
 * occurrence of a recurring one: for that start), and SEQUENCE grows with the vendor's time of change, so that an update replaces.
 */
export function calendarFile(view: PublicView, words: Words, now: UnixSeconds): CalendarFile {
  const isCancelled = phaseAt(view, now) === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Meeting Cards', product: 'Meeting Cards' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  const link = view.attendeeLink ?? view.browserLink;
  const rooms = view.rooms
    .slice(0, ROOMS_MAX)
    .map((room) => [room.name, room.city, room.location].filter((part) => part !== undefined).join(' '))
    .map((room) => shorten(room, TEXT_MAX));
  calendar.createEvent({
    id: `${view.eventId}${view.recurring ? `-${view.start}` : ''}@meeting-cards`,
    sequence: sequenceOf(view),
    start: new Date(view.start * 1000),
    ...(view.end === undefined ? {} : { end: new Date(view.end * 1000) }),
    stamp: new Date((view.modifiedAt ?? now) * 1000),
    summary: shorten(view.title || words.untitled, TEXT_MAX),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: [link, words.meetingNumber(view.eventId)].filter((line) => line !== undefined).join('\n'),
    ...(link === undefined ? {} : { url: link }),
    ...(rooms.length === 0 ? {} : { location: rooms.join('; ') }),
  });
  return { name: `meeting-${view.eventId}.ics`, content: calendar.toString() };
}

/** Seconds from creation to the last change: 0 for an unchanged meeting, and growing with each change. */
function sequenceOf({ createdAt, modifiedAt }: PublicView): number {
  if (modifiedAt === undefined) return 0;
  return Math.max(0, modifiedAt - (createdAt ?? modifiedAt));
}
