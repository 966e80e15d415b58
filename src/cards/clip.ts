import { wholeGraphemes } from '../core/ellipsis.ts';

/** Pieces that are never cut (control sequences, code spans, escapes, emoji codes), marks of style, and the text between them. */
const PIECES = /<[^<>]*>|`[^`]*`|&(?:amp|lt|gt);|:[a-z0-9_+-]+:|[*_~]|[^<`&:*_~]+|./gs;
const WORD = /[A-Za-z0-9]/;
const ENDS_STYLE = /[`*_~]$/;

/** Room for an ellipsis, the space between the end of a style and the ellipsis, and the ends of bold, italic and strike. */
const TAIL_MAX = 5;

/**
 * A mrkdwn text of at most `max` code units: whole pieces and graphemes, an ellipsis, and the ends of the open styles. It is the last guard
 * before Slack, which refuses a whole message for one text that is too long. Long foreign texts are shortened before.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max - TAIL_MAX;
  const open: { mark: string; at: number }[] = [];
  let end = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const taken = end + piece.length <= room ? piece.length : fitting(piece, room - end);
    if (taken > 0 && isMark(text, piece, end)) toggle(open, piece, end);
    end += taken;
    if (taken < piece.length) break;
  }
  for (let last = open.at(-1); last !== undefined && last.at === end - 1; last = open.at(-1)) {
    open.pop();
    end = last.at;
  }
  const shown = text.slice(0, end).trimEnd();
  const ends = open.map(({ mark }) => mark).reverse();
  return `${shown}${ENDS_STYLE.test(shown) ? ' ' : ''}…${ends.join('')}`;
}

/** How much of a piece fits: whole graphemes of a text, and nothing of a piece that is never cut. */
function fitting(piece: string, room: number): number {
  return /^[<`&:*_~]/.test(piece) ? 0 : wholeGraphemes(piece, room);
}

/** Marks within a word do not style anything, and are the only foreign ones (`mrkdwn.ts`). */
function isMark(text: string, piece: string, at: number): boolean {
  const isInWord = WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '');
  return /^[*_~]$/.test(piece) && !isInWord;
}

function toggle(open: { mark: string; at: number }[], mark: string, at: number): void {
  const begun = open.findIndex((one) => one.mark === mark);
  if (begun === -1) open.push({ mark, at });
  else open.splice(begun, 1);
}
