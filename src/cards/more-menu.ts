import { type EventId, eventId as eventIdOf, type WebLink } from '../core/ids.ts';
import { REMINDER_MINUTES, type ReminderMinutes } from '../core/reminder.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';
import { ACTION } from './action-ids.ts';
import { overflow } from './blocks.ts';
import type { OverflowElement } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** A reminder so many minutes before a meeting. */
export type ReminderOption = `remind-${ReminderMinutes}`;

/**
 * What a menu offers besides the buttons. `calendar-link` opens an address by itself, `calendar` asks the app for a file; `remind` asks how long
 * before.
 */
export type MoreOption =
  | 'people'
  | 'calendar'
  | 'calendar-link'
  | 'remind'
  | 'refresh'
  | 'remove'
  | ReminderOption;

/** An occurrence of a meeting, as the card shows it. */
export interface ShownOccurrence {
  readonly eventId: EventId;
  /** Undefined where it is not given. */
  readonly start: UnixSeconds | undefined;
}

/** A choice in the menu of a meeting's card. The menu's options carry it. */
export interface MoreChoice extends ShownOccurrence {
  readonly option: MoreOption;
}

const LABELS: Readonly<Record<MoreOption, (words: Words) => string>> = {
  people: ({ people }) => people,
  calendar: ({ addToCalendar }) => addToCalendar,
  'calendar-link': ({ addToCalendar }) => addToCalendar,
  remind: ({ remindMeWhen }) => remindMeWhen,
  refresh: ({ refresh }) => refresh,
  remove: ({ removeCard }) => removeCard,
  'remind-5': ({ remindMe }) => remindMe(5 * 60),
  'remind-10': ({ remindMe }) => remindMe(10 * 60),
  'remind-30': ({ remindMe }) => remindMe(30 * 60),
  'remind-60': ({ remindMe }) => remindMe(60 * 60),
};

function isMoreOption(text: string): text is MoreOption {
  return Object.hasOwn(LABELS, text);
}

/** How long before a meeting that starts in so many seconds somebody can still be reminded. */
export function minutesAhead(startsIn: number): ReminderMinutes[] {
  return REMINDER_MINUTES.filter((minutes) => startsIn > minutes * 60);
}

/** The same as choices of a menu. */
export function reminderOptions(startsIn: number): ReminderOption[] {
  return minutesAhead(startsIn).map((minutes) => `remind-${minutes}` as const);
}

/** What the button of a modal carries: the occurrence that the modal shows. */
export function writeOccurrence({ eventId, start }: ShownOccurrence): string {
  return `${eventId}/${start ?? ''}`;
}

/** A value without a start is an event id alone, as on other surfaces. Undefined for what no button of a meeting carries. */
export function readOccurrence(value: string): ShownOccurrence | undefined {
  const [digits = '', seconds = ''] = value.split('/');
  const eventId = eventIdOf(digits);
  const start = unixSeconds(Number(seconds));
  const isRead = seconds === '' || start !== undefined;
  return eventId === undefined || !isRead
    ? undefined
    : { eventId, start: seconds === '' ? undefined : start };
}

export function writeMoreChoice({ option, ...occurrence }: MoreChoice): string {
  return `${option}/${writeOccurrence(occurrence)}`;
}

/** Undefined for what no menu of this app's carries. */
export function readMoreChoice(value: string): MoreChoice | undefined {
  const [option = '', digits = '', seconds] = value.split('/');
  const occurrence = seconds === undefined ? undefined : readOccurrence(`${digits}/${seconds}`);
  return occurrence === undefined || !isMoreOption(option) ? undefined : { option, ...occurrence };
}

/** The menu behind *⋯* on a card, in the order given; undefined without any option. `calendarLink` is for `calendar-link`. */
export function moreMenu(
  { eventId, start }: ShownOccurrence,
  options: readonly MoreOption[],
  words: Words,
  calendarLink?: WebLink,
): OverflowElement | undefined {
  return overflow(
    ACTION.more,
    options.map((option) => ({
      label: LABELS[option](words),
      value: writeMoreChoice({ option, eventId, start }),
      ...(option === 'calendar-link' ? { url: calendarLink } : {}),
    })),
  );
}
