import type { SectionBlock } from '@slack/types';
import type { Phase } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { fields } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** When, in the meeting's zone and, by Slack's date tokens, in the reader's own. */
export function whenFields(view: View, words: Words, phase: Phase): SectionBlock {
  const local = zonedTime(words.locale, view.zone);
  const strike = phase === 'cancelled';
  const day = emphasised(local.date(view.start), false, strike);
  const span = emphasised(timeSpan(view, local), true, strike);
  return fields(
    mrkdwn`*${words.when}*\n${day}\n${span} ${local.zone(view.start)}`,
    mrkdwn`*${words.yourTime}*\n${yourTime(view, local)}`,
  );
}

/** "Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)", on one line for the message's text. */
export function whenLine(view: View, words: Words): string {
  const local = zonedTime(words.locale, view.zone);
  return `${local.date(view.start)} ${timeSpan(view, local)} ${local.zone(view.start)}`;
}

/** An instant as a token in the reader's zone; its fallback names the meeting's. */
export function momentToken(instant: UnixSeconds, format: string, view: View, words: Words): Mrkdwn {
  const local = zonedTime(words.locale, view.zone);
  return Mrkdwn.date(instant, format, `${local.time(instant)} ${local.zone(instant)}`);
}

function timeSpan({ start, end }: View, local: ZonedTime): string {
  if (end === undefined) return local.time(start);
  const last = local.isSameDay(start, end) ? local.time(end) : `${local.date(end)}, ${local.time(end)}`;
  return `${local.time(start)} – ${last}`;
}

function yourTime({ start, end }: View, local: ZonedTime): Mrkdwn {
  const moment = (instant: UnixSeconds, format: string): Mrkdwn =>
    Mrkdwn.date(instant, format, `${local.date(instant)} ${local.time(instant)} ${local.zone(instant)}`);
  const first = mrkdwn`${moment(start, '{date_short_pretty}')}\n${moment(start, '{time}')}`;
  if (end === undefined) return first;
  const last = local.isSameDay(start, end) ? '{time}' : '{date_short_pretty} {time}';
  return mrkdwn`${first} – ${moment(end, last)}`;
}

function emphasised(text: string, bold: boolean, strike: boolean): Mrkdwn {
  const marked = bold ? mrkdwn`*${text}*` : mrkdwn`${text}`;
  return strike ? mrkdwn`~${marked}~` : marked;
}
