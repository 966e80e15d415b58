import { ellipsized } from '../core/ellipsis.ts';

/** Slack's limits in UTF-16 code units (docs.slack.dev, reference/block-kit), that this app can reach; its own limits where Slack publishes none. */
export const LIMITS = {
  messageText: 4000,
  messageBlocks: 50,
  /** All texts of a message's blocks together. Slack publishes none, and was seen to refuse 11,341 (slackapi/bolt-js issue 2867). */
  messageTexts: 10_000,
  viewBlocks: 100,
  /** All texts of a view's blocks together: as three bytes each they leave room for the rest within Slack's 250 kB. */
  viewTexts: 60_000,
  header: 150,
  sectionText: 3000,
  sectionField: 2000,
  sectionFields: 10,
  contextText: 2000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  overflowOptions: 5,
  optionText: 75,
  viewTitle: 24,
  confirmTitle: 100,
  confirmButton: 30,
  alertText: 200,
  /** Of a container's title, and of its subtitle. */
  containerText: 150,
  containerBlocks: 10,
} as const;

/** Code units of a text once Slack's three characters are escaped: `&` becomes five, `<` and `>` four. */
function escapedLength(text: string): number {
  let length = text.length;
  for (const character of text) {
    if (character === '&') length += 4;
    else if (character === '<' || character === '>') length += 3;
  }
  return length;
}

/**
 * The text, or as many whole graphemes as fit with an ellipsis after them. `max` is in code units of the escaped text, for plain text as for
 * mrkdwn: Slack hands plain text back escaped and does not say which it counts (slackapi/bolt-python issue 513).
 */
export function shorten(text: string, max: number): string {
  return ellipsized(text, max, escapedLength);
}

const CONTROLS = /(?:(?!\u00a0)[\p{Cc}\p{Zl}\p{Zp}\s])+/gu;
const VISIBLE =
  '[!-~\\u00a1-\\u061b\\u061d-\\u167f\\u1681-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u2fff\\u3001-\\ud7ff\\ue000-\\ufefe\\uff01-\\uffee]+';

/** Visible characters and single spaces between them: so most texts are, and these are one line already. */
const PLAIN = new RegExp(`^${VISIBLE}(?: ${VISIBLE})*$`);
const BIDI_CONTROLS = /\p{Bidi_Control}/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * A foreign text on one line, well-formed: control characters and blanks become one space (one that does not break stays), characters that
 * turn the direction of writing go, and half a surrogate pair, for which Slack refuses a whole view, becomes U+FFFD.
 */
export function oneLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LONE_SURROGATES, '\ufffd').replace(BIDI_CONTROLS, '').replace(CONTROLS, ' ').trim();
}
