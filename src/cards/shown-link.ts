import type { WebLink } from '../core/ids.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

/** So long may a link in a text be, label and escapes included: some fit side by side. A button takes any `WebLink`. */
const LINK_MAX = 700;

/** A link in a text; undefined where it is too long for one. */
export function linkInText(address: WebLink, label: string): Mrkdwn | undefined {
  const link = Mrkdwn.link(address, label);
  return link.length <= LINK_MAX ? link : undefined;
}

/** A link in a text, or its label and a word about what is missing. */
export function shownLink(address: WebLink, label: string, words: Words): Mrkdwn {
  return linkInText(address, label) ?? mrkdwn`${label} (${words.linkTooLong})`;
}
