import type { NoReferenceReason } from '../core/reference.ts';
import { type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { type NamedMeeting, namedEntry } from './meeting-list.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const TYPED_MAX = 80;

/** What is wrong with a text, the text as it was typed, and what to type instead; then the meetings that the person looked up recently, if any. `note` says why more was not tried. */
export function helpCard(
  reason: NoReferenceReason | 'help',
  typed: string,
  words: Words,
  recents: readonly NamedMeeting[] = [],
  note?: string,
): Card {
  const sentence = reason === 'help' ? words.about : words.noReference[reason];
  const isQuoted = reason !== 'empty' && reason !== 'help';
  return card(
    [
      section(
        mrkdwn`*${sentence}*\n${Mrkdwn.join(
          words.usage.map((line) => Mrkdwn.ours(line)),
          '\n',
        )}`,
      ),
      recents.length > 0 ? section(mrkdwn`*${words.recentlyLookedUp}*`) : undefined,
      ...recents.map((recent) => namedEntry(recent, words)),
      note === undefined ? undefined : context(mrkdwn`${note}`),
      isQuoted ? context(mrkdwn`${words.youTyped} ${Mrkdwn.code(shorten(typed, TYPED_MAX))}`) : undefined,
    ],
    mrkdwn`${sentence} ${Mrkdwn.ours(words.usage.join(words.fullStop))}`,
  );
}

/** The line that is shown while a slow conference service is asked. */
export function lookingUpCard(words: Words): Card {
  return card([section(mrkdwn`:hourglass_flowing_sand: ${words.lookingUp}`)], mrkdwn`${words.lookingUp}`);
}

/** One sentence for one person. A text is escaped, since there may be something foreign in it. */
export function noticeCard(sentence: string | Mrkdwn): Card {
  const text = mrkdwn`${sentence}`;
  return card([section(text)], text);
}
