import type { Times } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { whenLine } from './when.ts';
import { roomNames } from './where.ts';
import type { Words } from './words/words.ts';

const NAME_MAX = 150;
const TITLE_MAX = 300;

/** The essentials of a card in one paragraph, for notifications and screen readers, which do not get the blocks. */
export function fallbackText(
  view: View,
  words: Words,
  phase: readonly string[],
  next: Times | undefined,
): Mrkdwn {
  const { colon, fullStop, listSeparator } = words;
  const sentences = [
    `${shorten(view.title || words.untitled, TITLE_MAX)}${colon}${phase.join(listSeparator)}`,
    whenLine(view, words),
    next === undefined ? undefined : `${words.nextOn} ${whenLine(next, words)}`,
    view.rooms.length > 0 ? `${words.where}${colon}${roomNames(view.rooms, words)}` : undefined,
    view.hostName === undefined ? undefined : `${words.host}${colon}${shorten(view.hostName, NAME_MAX)}`,
    words.meetingNumber(view.eventId),
  ].filter((sentence) => sentence !== undefined);
  return Mrkdwn.join(
    sentences.map((sentence) => mrkdwn`${sentence}`),
    fullStop,
  );
}
