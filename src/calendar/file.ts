import { formatInTimeZone } from 'date-fns-tz';
import ical, { ICalEventStatus } from 'ical-generator';
import { oneLine, shorten } from '../cards/limits.ts';
import type { Words } from '../cards/words/words.ts';
import type { SharedSurface } from '../core/audience.ts';
import type { Reach } from '../core/channel.ts';
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

/** A calendar has no place for a meeting whose start is not given. */
type TimedView = PublicView & { readonly start: UnixSeconds };

/** What a file is made of: a file is forwarded. Who may have one of a meeting is decided before. */
export function fileSurface(reach: Reach): SharedSurface & { readonly visibility: 'everyone' } {
  return { kind: 'shared', reach, visibility: 'everyone', showsAttendeePassword: false, zone: 'meeting' };
}

/**
 * One meeting as a calendar file, out of the public view: a file is forwarded. Times are UTC. There is no METHOD, since every method wants
 * an ORGANIZER (RFC 5546) and the app knows nobody's address; a cancelled meeting says so by its STATUS. DTSTAMP is the time of writing,
 * LAST-MODIFIED the vendor's. SEQUENCE grows with each change, so that a file added again replaces the one before.
 */
export function calendarFile(view: TimedView, words: Words, now: UnixSeconds): CalendarFile {
  const isCancelled = phaseAt(view, now) === 'cancelled';
  const calendar = ical({ prodId: { company: 'Meeting Cards', product: 'Meeting Cards' } });
  const link = view.attendeeLink ?? view.browserLink;
  const rooms = view.rooms
    .slice(0, ROOMS_MAX)
    .map((room) => [room.name, room.city, room.location].filter((part) => part !== undefined).join(' '))
    .map(foreign);
  calendar.createEvent({
    id: uidOf(view),
    sequence: sequenceOf(view),
    start: new Date(view.start * 1000),
    ...(view.end === undefined ? {} : { end: new Date(view.end * 1000) }),
    stamp: new Date(now * 1000),
    ...(view.modifiedAt === undefined ? {} : { lastModified: new Date(view.modifiedAt * 1000) }),
    summary: foreign(view.title || words.untitled),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: [link, words.meetingNumber(view.eventId)].filter((line) => line !== undefined).join('\n'),
    ...(link === undefined ? {} : { url: link }),
    ...(rooms.length === 0 ? {} : { location: rooms.join('; ') }),
  });
  return { name: `meeting-${view.eventId}.ics`, content: `${calendar.toString()}\r\n` };
}

/** One line of at most 500 characters, without the control and direction characters that RFC 5545 forbids or a calendar could be fooled by. */
function foreign(text: string): string {
  return shorten(oneLine(text), TEXT_MAX);
}

/**
 * What a calendar knows a meeting by: its event id. All occurrences of a recurring one have the same event id, and nothing that the vendor
 * says tells one from another but the start, which also changes when one is moved. So an occurrence is known by its event id and its day in
 * the meeting's zone: it keeps its UID when it is moved within the day. Moved to another day, it cannot be told from that day's own
 * occurrence; the entry of the old day then stays in the calendar until it is deleted by hand.
 */
function uidOf({ eventId, recurring, start, zone }: TimedView): string {
  const occurrence = recurring ? `-${formatInTimeZone(new Date(start * 1000), zone, 'yyyyMMdd')}` : '';
  return `${eventId}${occurrence}@meeting-cards`;
}

/** RFC 5545, section 3.3.8: an integer has 32 bits, with a sign. */
const SEQUENCE_MAX = 2 ** 31 - 1;

/** Seconds from creation to the last change: 0 for an unchanged meeting, and growing with each change. */
function sequenceOf({ createdAt, modifiedAt }: PublicView): number {
  if (modifiedAt === undefined) return 0;
  return Math.min(Math.max(0, modifiedAt - (createdAt ?? modifiedAt)), SEQUENCE_MAX);
}
