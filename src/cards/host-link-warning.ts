import type { WebLink } from '../core/ids.ts';
import { ACTION } from './action-ids.ts';
import { button, type Card, card, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { linkInText } from './shown-link.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;

/** A pasted link that makes anyone who opens it the host or a co-host. The link itself is not repeated. */
export interface PastedHostLink {
  readonly kind: 'host' | 'co-host';
  readonly title: string;
  readonly attendeeLink: WebLink | undefined;
}

/** For the person who pasted it: what the link does, what to do, and which link to share instead. A link that is too long for a text is a button. */
export function hostLinkWarning({ kind, title, attendeeLink }: PastedHostLink, words: Words): Card {
  const name = shorten(title || words.untitled, TITLE_MAX);
  const link = attendeeLink && linkInText(attendeeLink, attendeeLink);
  const lines = [
    mrkdwn`:rotating_light: ${Mrkdwn.ours(words.hostLinkPasted[kind])} *${name}*${Mrkdwn.ours(words.fullStop)}${words.hostLinkAdvice}`,
    attendeeLink && mrkdwn`${Mrkdwn.ours(words.useInstead + words.colon)}${link ?? words.join}`,
    mrkdwn`_${words.onlyYou}_`,
  ].filter((line) => line !== undefined);
  const warning = section(Mrkdwn.join(lines, '\n'));
  const join =
    attendeeLink === undefined || link !== undefined
      ? undefined
      : button({ actionId: ACTION.join, label: words.join, url: attendeeLink });
  return card(
    [join === undefined ? warning : { ...warning, accessory: join }],
    mrkdwn`${Mrkdwn.ours(words.hostLinkPasted[kind])} ${name}${Mrkdwn.ours(words.fullStop)}${words.hostLinkAdvice}`,
  );
}
