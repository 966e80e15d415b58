import { type EventId, eventId as eventIdOf } from './ids.ts';
import type { Occurrence } from './occurrence.ts';
import type { Person } from './person.ts';
import type { AskedWith } from './tenant.ts';
import { type UnixSeconds, unixSeconds, type ZoneName } from './time.ts';

/** How many minutes before a meeting people can be reminded of it. */
export const REMINDER_MINUTES = [5, 10, 30, 60] as const;
export type ReminderMinutes = (typeof REMINDER_MINUTES)[number];

/** What a person asked for. It holds ids and times alone: title and links are read anew when it is sent. */
export interface Reminder {
  readonly person: Person;
  readonly minutes: ReminderMinutes;
  /** When it was set, in milliseconds since 1970: tells it from one that it replaced. */
  readonly setAt: number;
  /** The occurrence as it was last seen. */
  readonly at: Occurrence & { readonly start: UnixSeconds };
  readonly end: UnixSeconds | undefined;
  readonly zone: ZoneName;
  /** Since when the vendor does not know the meeting; undefined while it does. */
  readonly missingSince: UnixSeconds | undefined;
  /** With which account the meeting was last seen; not known of what an earlier version stored. */
  readonly seenWith: AskedWith | undefined;
}

/** Names a reminder among all of one person's: the meeting, and when the occurrence started as the reminder was first set. */
export interface ReminderName {
  readonly event: EventId;
  readonly firstStart: UnixSeconds;
}

/** When the person is reminded, in seconds since 1970. */
export function remindAt({ at, minutes }: Pick<Reminder, 'at' | 'minutes'>): number {
  return at.start - minutes * 60;
}

export function writeReminderName({ event, firstStart }: ReminderName): string {
  return `${event}/${firstStart}`;
}

/** Undefined for what names no reminder. */
export function readReminderName(text: string): ReminderName | undefined {
  const [digits = '', seconds = ''] = text.split('/');
  const event = eventIdOf(digits);
  const firstStart = unixSeconds(Number(seconds));
  return event === undefined || firstStart === undefined ? undefined : { event, firstStart };
}
