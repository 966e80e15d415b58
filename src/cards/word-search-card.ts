import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { type Card, card, context, section } from './blocks.ts';
import { usageSection } from './find-form.ts';
import { shorten } from './limits.ts';
import { agendaEntry } from './meeting-list.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const SHOWN = 5;
const TYPED_MAX = 80;

/** A person's own meetings that have the words that they typed, five at most; or that none has, and what else can be typed. */
export function wordSearchCard(found: readonly View[], typed: string, words: Words, now: UnixSeconds): Card {
  const shownWords = shorten(typed, TYPED_MAX);
  if (found.length === 0) {
    const none = mrkdwn`*${words.noneWithWords}* ${shownWords}`;
    return card([section(none), context(mrkdwn`${words.searchedSpan}`), usageSection(words)], none);
  }
  const heading = mrkdwn`*${words.yourMeetingsWith}* ${shownWords}`;
  const left = found.length - SHOWN;
  return card(
    [
      section(heading),
      ...found.slice(0, SHOWN).map((view) => agendaEntry(view, words, { now, offersJoin: false })),
      context(mrkdwn`${left > 0 ? `${words.more(left)} · ` : ''}${words.searchedSpan}`),
    ],
    mrkdwn`${heading}${Mrkdwn.ours(words.colon)}${words.meetingCount(found.length)}`,
  );
}
