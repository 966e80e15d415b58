import type { WebLink } from '../core/ids.ts';
import type { NoReferenceReason } from '../core/reference.ts';
import { type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { type NamedMeeting, namedEntry } from './meeting-list.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Context } from './readonly-blocks.ts';
import { shownLink } from './shown-link.ts';
import type { Words } from './words/words.ts';

const TYPED_MAX = 80;

/** What stands below the usage. */
export interface HelpBelow {
  /** The meetings that the person looked up recently. */
  readonly recents?: readonly NamedMeeting[];
  /** Why more was not tried. */
  readonly note?: string;
  readonly supportUrl?: WebLink | undefined;
}

/** What is wrong with a text, the text as it was typed, and what to type instead. */
export function helpCard(
  reason: NoReferenceReason | 'help',
  typed: string,
  words: Words,
  { recents = [], note, supportUrl }: HelpBelow = {},
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
      supportLink(supportUrl, words),
      isQuoted ? context(mrkdwn`${words.youTyped} ${Mrkdwn.code(shorten(typed, TYPED_MAX))}`) : undefined,
    ],
    mrkdwn`${sentence} ${Mrkdwn.ours(words.usage.join(words.fullStop))}`,
  );
}

/** Where people get help with the app, in small text; undefined where the deployment names no such place. */
export function supportLink(url: WebLink | undefined, words: Words): Context | undefined {
  return url === undefined ? undefined : context(shownLink(url, words.getSupport, words));
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
