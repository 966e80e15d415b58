const codes = {
  bold: [1, 22],
  faint: [2, 22],
  italic: [3, 23],
  struck: [9, 29],
  code: [36, 39],
  primary: [32, 39],
  danger: [31, 39],
} as const;

/** What a piece of text can look like. */
export type Look = keyof typeof codes;

/** Styles text, if the reader's terminal can show it. */
export type Paint = (text: string, look: Look) => string;

/** Colours and weights as ANSI sequences. */
export const ansiPaint: Paint = (text, look) => {
  const [on, off] = codes[look];
  return text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`;
};

/** No sequences at all; what is struck through still has to look it. */
export const plainPaint: Paint = (text, look) => (look === 'struck' ? `~${text}~` : text);
