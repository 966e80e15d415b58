import type { Phase } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { fields } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** When, in the meeting's zone and, by Slack's date tokens, in the reader's own. */
export function whenFields(view: View, words: Words, phase: Phase): Section {
  const local = zonedTime(words, view.zone);
  const day = struck(mrkdwn`${local.date(view.start)}`, phase);
  const span = struck(mrkdwn`*${timeSpan(view, local)}*`, phase);
  return fields(
    mrkdwn`*${words.when}*\n${day}\n${span} ${local.zone(view.start)}`,
    mrkdwn`*${words.yourTime}*\n${yourDay(view, local)}\n${yourTimes(view, local)}`,
  );
}

/** "Tue, Dec 31, 2030 *10:30 – 11:30* Shanghai (GMT+8)", for one line of a card. */
export function whenSpan(view: View, words: Words, phase: Phase): Mrkdwn {
  const local = zonedTime(words, view.zone);
  return mrkdwn`${struck(mrkdwn`${local.date(view.start)} *${timeSpan(view, local)}*`, phase)} ${local.zone(view.start)}`;
}

/** The same in the reader's zone, by date tokens. */
export function yourSpan(view: View, words: Words): Mrkdwn {
  const local = zonedTime(words, view.zone);
  return mrkdwn`${yourDay(view, local)} ${yourTimes(view, local)}`;
}

/** "Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)", in plain text for those to whom it is read out. */
export function whenLine(view: View, words: Words): string {
  const local = zonedTime(words, view.zone);
  return `${local.date(view.start)} ${timeSpan(view, local)} ${local.zone(view.start)}`;
}

/** An instant as a token in the reader's zone; its fallback names the meeting's. */
export function momentToken(instant: UnixSeconds, format: string, view: View, words: Words): Mrkdwn {
  return token(instant, format, zonedTime(words, view.zone));
}

function timeSpan({ start, end }: View, local: ZonedTime): string {
  if (end === undefined) return local.time(start);
  const last = local.isSameDay(start, end) ? local.time(end) : `${local.date(end)}, ${local.time(end)}`;
  return `${local.time(start)} – ${last}`;
}

function yourDay({ start }: View, local: ZonedTime): Mrkdwn {
  return token(start, '{date_short_pretty}', local);
}

function yourTimes({ start, end }: View, local: ZonedTime): Mrkdwn {
  const first = token(start, '{time}', local);
  if (end === undefined) return first;
  const last = local.isSameDay(start, end) ? '{time}' : '{date_short_pretty} {time}';
  return mrkdwn`${first} – ${token(end, last, local)}`;
}

function token(instant: UnixSeconds, format: string, local: ZonedTime): Mrkdwn {
  return Mrkdwn.date(instant, format, `${local.date(instant)} ${local.time(instant)} ${local.zone(instant)}`);
}

function struck(text: Mrkdwn, phase: Phase): Mrkdwn {
  return phase === 'cancelled' ? mrkdwn`~${text}~` : text;
}
