const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const codeUnits = (text: string): number => text.length;

/**
 * How many code units the whole graphemes at the start of a text take up whose length together is at most `max`. It looks for the cut by halves, since
 * to go through the graphemes of a text of 3,000 characters takes a hundredth of a second.
 */
export function wholeGraphemes(text: string, max: number, lengthOf = codeUnits): number {
  const start = text.slice(0, max * 2);
  let [end, tooFar] = [0, Math.min(start.length, max) + 1];
  while (tooFar - end > 1) {
    const middle = Math.floor((end + tooFar) / 2);
    if (lengthOf(start.slice(0, middle)) <= max) end = middle;
    else tooFar = middle;
  }
  return graphemes.segment(start).containing(end)?.index ?? end;
}

/**
 * The text, or as many whole graphemes as fit with an ellipsis behind them. `lengthOf` counts what `max` limits, code units unless told
 * otherwise: never fewer than those, and never fewer for more text.
 */
export function ellipsized(text: string, max: number, lengthOf = codeUnits): string {
  if (text.length <= max && lengthOf(text) <= max) return text;
  return `${text.slice(0, wholeGraphemes(text, max - 1, lengthOf))}…`;
}
