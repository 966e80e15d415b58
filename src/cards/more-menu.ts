import { type EventId, eventId as eventIdOf } from '../core/ids.ts';
import { REMINDER_MINUTES, type ReminderMinutes } from '../core/reminder.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';
import { ACTION } from './action-ids.ts';
import { overflow } from './blocks.ts';
import type { OverflowElement } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** What the menu of a card offers besides the buttons. */
export type MoreOption = 'remove' | `remind-${ReminderMinutes}`;

/** An occurrence of a meeting, as the card shows it. */
export interface ShownOccurrence {
  readonly eventId: EventId;
  readonly start: UnixSeconds;
}

/** A choice in the menu of a meeting's card. The menu's options carry it. */
export interface MoreChoice extends ShownOccurrence {
  readonly option: MoreOption;
}

const LABELS: Readonly<Record<MoreOption, (words: Words) => string>> = {
  remove: ({ removeCard }) => removeCard,
  'remind-5': ({ remindMe }) => remindMe(5 * 60),
  'remind-10': ({ remindMe }) => remindMe(10 * 60),
  'remind-30': ({ remindMe }) => remindMe(30 * 60),
  'remind-60': ({ remindMe }) => remindMe(60 * 60),
};

function isMoreOption(text: string): text is MoreOption {
  return Object.hasOwn(LABELS, text);
}

/** The reminders of a meeting that starts in so many seconds: those that still lie ahead. */
export function reminderOptions(startsIn: number): MoreOption[] {
  return REMINDER_MINUTES.filter((minutes) => startsIn > minutes * 60).map(
    (minutes) => `remind-${minutes}` as const,
  );
}

export function writeMoreChoice({ option, eventId, start }: MoreChoice): string {
  return `${option}/${eventId}/${start}`;
}

/** Undefined for what no menu of this app's carries. */
export function readMoreChoice(value: string): MoreChoice | undefined {
  const [option = '', digits = '', seconds = ''] = value.split('/');
  const eventId = eventIdOf(digits);
  const start = unixSeconds(Number(seconds));
  if (eventId === undefined || start === undefined || !isMoreOption(option)) return undefined;
  return { option, eventId, start };
}

/** The menu behind *⋯* on a card; undefined without any option. */
export function moreMenu(
  { eventId, start }: ShownOccurrence,
  options: readonly MoreOption[],
  words: Words,
): OverflowElement | undefined {
  return overflow(
    ACTION.more,
    options.map((option) => ({
      label: LABELS[option](words),
      value: writeMoreChoice({ option, eventId, start }),
    })),
  );
}
