import type { KnownTimes } from '../core/schedule.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { timeSpan, whenLine, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';
import { zonedTime } from './zoned-time.ts';

const ARROW = Mrkdwn.ours('→');

/**
 * The old time struck through and the new one beside it, each in its meeting's zone. A day that stays is said once, and so is a zone that has
 * the same offset at both times.
 */
export function movedSpan(from: KnownTimes, to: KnownTimes, words: Words): Mrkdwn {
  const [before, after] = [zonedTime(words, from.zone), zonedTime(words, to.zone)];
  const zone = after.zone(to.start);
  const day = after.date(to.start);
  const span = mrkdwn`*${timeSpan(to, after)}*`;
  if (before.zone(from.start) !== zone) {
    return mrkdwn`~${whenLine(from, words)}~ ${ARROW} ${day} ${span} ${zone}`;
  }
  const old = timeSpan(from, before);
  return before.date(from.start) === day
    ? mrkdwn`${day} ~${old}~ ${ARROW} ${span} ${zone}`
    : mrkdwn`~${before.date(from.start)} ${old}~ ${ARROW} ${day} ${span} ${zone}`;
}

/** The same in the reader's zone, by date tokens: one time where only the meeting's zone changed. */
export function yourMovedSpan(from: KnownTimes, to: KnownTimes, words: Words): Mrkdwn {
  const isSame = from.start === to.start && from.end === to.end;
  const now = yourSpan(to, words, 'upcoming');
  return isSame ? now : mrkdwn`~${yourSpan(from, words, 'upcoming')}~ ${ARROW} ${now}`;
}
