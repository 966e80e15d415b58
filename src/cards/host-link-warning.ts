import type { WebLink } from '../core/ids.ts';
import { type Card, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;

/** A link that was pasted and makes whoever opens it the host or a co-host; the link itself is not repeated. */
export interface PastedHostLink {
  readonly kind: 'host' | 'co-host';
  readonly title: string;
  readonly attendeeLink: WebLink | undefined;
}

/** For the one who pasted it: what the link does, what to do, what to use instead. */
export function hostLinkWarning({ kind, title, attendeeLink }: PastedHostLink, words: Words): Card {
  const name = shorten(title || words.untitled, TITLE_MAX);
  const lines = [
    mrkdwn`:rotating_light: ${Mrkdwn.ours(words.hostLinkPasted[kind])} *${name}*. ${words.hostLinkAdvice}`,
    attendeeLink === undefined
      ? undefined
      : mrkdwn`${words.useInstead}: ${Mrkdwn.link(attendeeLink, attendeeLink)}`,
    mrkdwn`_${words.onlyYou}_`,
  ].filter((line) => line !== undefined);
  return {
    blocks: [section(Mrkdwn.join(lines, '\n'))],
    text: mrkdwn`${Mrkdwn.ours(words.hostLinkPasted[kind])} ${name}. ${words.hostLinkAdvice}`.toString(),
  };
}
