/** Block Kit's limits in UTF-16 code units (docs.slack.dev, reference/block-kit), where this app meets them. */
export const LIMITS = {
  messageText: 4000,
  messageBlocks: 50,
  viewBlocks: 100,
  header: 150,
  sectionText: 3000,
  sectionField: 2000,
  contextElements: 10,
  buttonText: 75,
  buttonValue: 2000,
  viewTitle: 24,
} as const;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as many whole graphemes as fit below `max` code units with an ellipsis behind them. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max * 2))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
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
