const unseen = /\p{Mn}|\p{Cf}/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the sequences that `ansiPaint` writes
const sequences = /\u001B\[\d+m/g;

/** How many columns a terminal gives a line: East Asian characters and emoji take two. Joined emoji are counted singly. */
export function widthOf(line: string): number {
  let width = 0;
  for (const character of line.replace(sequences, '')) {
    if (!unseen.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}

/** A line made at least so many columns wide. */
export function padTo(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - widthOf(line)));
}

/** Pieces side by side, continued in the next line if one does not fit. */
export function flow(pieces: readonly string[], width: number, gap = '  '): string {
  const lines: string[] = [];
  for (const piece of pieces.filter((one) => one !== '')) {
    const joined = [...lines.slice(-1), piece].join(gap);
    if (lines.length > 0 && widthOf(joined) <= width) lines.splice(-1, 1, joined);
    else lines.push(piece);
  }
  return lines.join('\n');
}

/** Two texts as columns, or one below the other where a column would be too narrow. */
export function beside(left: string, right: string, width: number): string {
  const [leftLines, rightLines] = [left.split('\n'), right.split('\n')];
  const column = Math.floor((width - 2) / 2);
  if ([...leftLines, ...rightLines].some((line) => widthOf(line) > column)) return `${left}\n${right}`;
  const height = Math.max(leftLines.length, rightLines.length);
  return Array.from({ length: height }, (_, row) =>
    `${padTo(leftLines[row] ?? '', column)}  ${rightLines[row] ?? ''}`.trimEnd(),
  ).join('\n');
}
