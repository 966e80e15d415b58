import type { WebLink } from '../core/ids.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

/** The longest link in a text, with label and escapes; several fit into one text. A button takes any `WebLink`. */
const LINK_MAX = 700;

/** A link in a text; undefined if it is too long for one. */
export function linkInText(address: WebLink, label: string): Mrkdwn | undefined {
  const link = Mrkdwn.link(address, label);
  return link.length <= LINK_MAX ? link : undefined;
}

/** A link in a text, or its label and a note that the link is too long. */
export function shownLink(address: WebLink, label: string, words: Words): Mrkdwn {
  return linkInText(address, label) ?? mrkdwn`${label} (${words.linkTooLong})`;
}
