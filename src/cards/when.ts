import { hasStart, type KnownTimes, type Phase, type Times } from '../core/schedule.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { fields, section } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';
import { type ZonedTime, type ZonedTimeStyle, zonedTime } from './zoned-time.ts';

/** For comparing two clocks: any language does. */
const COMPARED: ZonedTimeStyle = { locale: 'en', zoneStyle: 'city' };

/** Whose clocks a card shows: `both`: the meeting's and the reader's; `one`: the two show the same, so it says one time. */
export type Clocks = 'one' | 'both';

/** Whether the clock of a reader in this zone shows what the meeting's does; an unknown zone counts as another one. */
export function clocksOf(times: Times, readerZone: ZoneName | undefined): Clocks {
  if (!hasStart(times)) return 'one';
  if (readerZone === undefined) return 'both';
  if (readerZone === times.zone) return 'one';
  const [theirs, own] = [zonedTime(COMPARED, times.zone), zonedTime(COMPARED, readerZone)];
  const isSame = [times.start, times.end ?? times.start].every(
    (instant) => theirs.date(instant) === own.date(instant) && theirs.time(instant) === own.time(instant),
  );
  return isSame ? 'one' : 'both';
}

/** When, in the meeting's zone and, unless that is the same, by Slack's date tokens in the reader's own. */
export function whenFields(times: Times, words: Words, phase: Phase, clocks: Clocks): Section {
  if (!hasStart(times)) return section(mrkdwn`*${words.when}*\n${words.timeNotGiven}`);
  const local = zonedTime(words, times.zone);
  const day = struck(mrkdwn`${local.date(times.start)}`, phase);
  const span = struck(mrkdwn`*${timeSpan(times, local)}*`, phase);
  const when = mrkdwn`*${words.when}*\n${day}\n${span} ${local.zone(times.start)}`;
  if (clocks === 'one') return section(when);
  return fields(
    when,
    mrkdwn`*${words.yourTime}*\n${struck(yourDay(times, local), phase)}\n${struck(yourTimes(times, local), phase)}`,
  );
}

/** "Tue, Dec 31, 2030 *10:30 – 11:30* Shanghai (GMT+8)", for one line of a card. */
export function whenSpan(times: Times, words: Words, phase: Phase): Mrkdwn {
  if (!hasStart(times)) return mrkdwn`${words.timeNotGiven}`;
  const local = zonedTime(words, times.zone);
  return mrkdwn`${struck(mrkdwn`${local.date(times.start)} *${timeSpan(times, local)}*`, phase)} ${local.zone(times.start)}`;
}

/** The same in the reader's zone, by date tokens. */
export function yourSpan(times: Times, words: Words, phase: Phase): Mrkdwn {
  if (!hasStart(times)) return mrkdwn`${words.timeNotGiven}`;
  const local = zonedTime(words, times.zone);
  return struck(mrkdwn`${yourDay(times, local)} ${yourTimes(times, local)}`, phase);
}

/** When it ends, in the reader's zone, with the day where that is another one than the start's; undefined where it is not given. */
export function yourEnd(times: Times, words: Words, phase: Phase): Mrkdwn | undefined {
  if (!hasStart(times) || times.end === undefined) return undefined;
  return mrkdwn`${words.ends} ${struck(endToken(times, times.end, zonedTime(words, times.zone)), phase)}`;
}

/**
 * The reader's time and, after it, the meeting's: for a card that many read. The first is right for each of them and has the day. The second has
 * its own day only where that is another one than in `homeZone`, the zone of the tenant.
 */
export function shortSpan(times: Times, words: Words, phase: Phase, homeZone: ZoneName): Mrkdwn {
  if (!hasStart(times)) return mrkdwn`${words.timeNotGiven}`;
  const [local, home] = [zonedTime(words, times.zone), zonedTime(words, homeZone)];
  const own = struck(mrkdwn`${yourDay(times, local)} *${yourTimes(times, local)}*`, phase);
  const isSameDay = local.date(times.start) === home.date(times.start);
  const span = timeSpan(times, local);
  const theirs = struck(mrkdwn`${isSameDay ? span : `${local.date(times.start)} ${span}`}`, phase);
  return mrkdwn`${own}${Mrkdwn.ours(words.inYourTime)} · ${theirs} ${local.zone(times.start)}`;
}

/** "Next on Tue, Jan 7, 2031 …": when a recurring meeting takes place again. */
export function nextLine(next: Times, words: Words, clocks: Clocks): Mrkdwn {
  const theirs = whenSpan(next, words, 'upcoming');
  const span =
    clocks === 'one' ? theirs : mrkdwn`${theirs} · ${words.yours} ${yourSpan(next, words, 'upcoming')}`;
  return mrkdwn`*${words.nextOn}* ${span}`;
}

/** The same in the short form. */
export function shortNextLine(next: Times, words: Words, homeZone: ZoneName): Mrkdwn {
  return mrkdwn`*${words.nextOn}* ${shortSpan(next, words, 'upcoming', homeZone)}`;
}

/** "Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8)", in plain text for those to whom it is read out. */
export function whenLine(times: Times, words: Words): string {
  if (!hasStart(times)) return words.timeNotGiven;
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
export function timeSpan({ start, end }: KnownTimes, local: ZonedTime): string {
  if (end === undefined) return local.time(start);
  const last = local.isSameDay(start, end) ? local.time(end) : `${local.date(end)}, ${local.time(end)}`;
  return `${local.time(start)} – ${last}`;
}

function yourDay({ start }: KnownTimes, local: ZonedTime): Mrkdwn {
  return token(start, '{date_short_pretty}', local);
}

function yourTimes({ start, end }: KnownTimes, local: ZonedTime): Mrkdwn {
  const first = token(start, '{time}', local);
  if (end === undefined) return first;
  return mrkdwn`${first} – ${endToken({ start }, end, local)}`;
}

function endToken({ start }: Pick<KnownTimes, 'start'>, end: UnixSeconds, local: ZonedTime): Mrkdwn {
  return token(end, local.isSameDay(start, end) ? '{time}' : '{date_short_pretty} {time}', local);
}

function token(instant: UnixSeconds, format: string, local: ZonedTime): Mrkdwn {
  return Mrkdwn.date(instant, format, `${local.date(instant)} ${local.time(instant)} ${local.zone(instant)}`);
}

function struck(text: Mrkdwn, phase: Phase): Mrkdwn {
  return phase === 'cancelled' ? mrkdwn`~${text}~` : text;
}
