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
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A foreign text on one line: control characters and blanks become one space (one that does not break stays), direction overrides go. */
export function oneLine(text: string): string {
  return text.replace(BIDI_OVERRIDES, '').replace(CONTROLS, ' ').trim();
}
