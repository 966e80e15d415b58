const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const codeUnits = (text: string): number => text.length;

/** How many code units the whole graphemes at the start of a text take up whose lengths together are at most `max`. */
export function wholeGraphemes(text: string, max: number, lengthOf = codeUnits): number {
  let end = 0;
  let length = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max * 2))) {
    length += lengthOf(segment);
    if (length > max) break;
    end = index + segment.length;
  }
  return end;
}

/**
 * The text, or as many whole graphemes as fit with an ellipsis behind them. `lengthOf` counts what `max` limits, code units unless told
 * otherwise, and never fewer than those.
 */
export function ellipsized(text: string, max: number, lengthOf = codeUnits): string {
  if (text.length <= max && lengthOf(text) <= max) return text;
  return `${text.slice(0, wholeGraphemes(text, max - 1, lengthOf))}…`;
}
