import type { Phase, Times } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import { fields } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** When, in the meeting's zone and, by Slack's date tokens, in the reader's own. */
export function whenFields(times: Times, words: Words, phase: Phase): Section {
  const local = zonedTime(words, times.zone);
  const day = struck(mrkdwn`${local.date(times.start)}`, phase);
  const span = struck(mrkdwn`*${timeSpan(times, local)}*`, phase);
  return fields(
    mrkdwn`*${words.when}*\n${day}\n${span} ${local.zone(times.start)}`,
    mrkdwn`*${words.yourTime}*\n${struck(yourDay(times, local), phase)}\n${struck(yourTimes(times, local), phase)}`,
  );
}

/** "Tue, Dec 31, 2030 *10:30 – 11:30* Shanghai (GMT+8)", for one line of a card. */
export function whenSpan(times: Times, words: Words, phase: Phase): Mrkdwn {
  const local = zonedTime(words, times.zone);
  return mrkdwn`${struck(mrkdwn`${local.date(times.start)} *${timeSpan(times, local)}*`, phase)} ${local.zone(times.start)}`;
}

/** The same in the reader's zone, by date tokens. */
export function yourSpan(times: Times, words: Words, phase: Phase): Mrkdwn {
  const local = zonedTime(words, times.zone);
  return struck(mrkdwn`${yourDay(times, local)} ${yourTimes(times, local)}`, phase);
}

/** "Next on Tue, Jan 7, 2031 …": when a recurring meeting takes place again. */
export function nextLine(next: Times, words: Words): Mrkdwn {
  return mrkdwn`*${words.nextOn}* ${whenSpan(next, words, 'upcoming')} · ${words.yours} ${yourSpan(next, words, 'upcoming')}`;
}

/** "Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)", in plain text for those to whom it is read out. */
export function whenLine(times: Times, words: Words): string {
  const local = zonedTime(words, times.zone);
  return `${local.date(times.start)} ${timeSpan(times, local)} ${local.zone(times.start)}`;
}

/** An instant as a token in the reader's zone; its fallback names the meeting's. */
export function momentToken(
  instant: UnixSeconds,
  format: string,
  { zone }: Pick<Times, 'zone'>,
  words: Words,
): Mrkdwn {
  return token(instant, format, zonedTime(words, zone));
}

/** "10:30 – 11:30", with the day of the end where that is another one. */
export function timeSpan({ start, end }: Times, local: ZonedTime): string {
  if (end === undefined) return local.time(start);
  const last = local.isSameDay(start, end) ? local.time(end) : `${local.date(end)}, ${local.time(end)}`;
  return `${local.time(start)} – ${last}`;
}

function yourDay({ start }: Times, local: ZonedTime): Mrkdwn {
  return token(start, '{date_short_pretty}', local);
}

function yourTimes({ start, end }: Times, local: ZonedTime): Mrkdwn {
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
