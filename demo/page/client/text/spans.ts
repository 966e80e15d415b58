/** How a piece of text looks. */
export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
}

/** A piece of mrkdwn: text as people read it, or what was between `<` and `>`. */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'reference'; readonly inside: string; readonly look: Look };

/** Takes the place of a finished piece while the marks around it are read. */
const PLACE = '\uE000';
const FINISHED = /```([^`]+)```|`([^`\n]+)`|<([^<>\n]+)>/g;
const MARKS: readonly (readonly [RegExp, Look])[] = [
  [marked('*'), { bold: true }],
  [marked('_'), { italic: true }],
  [marked('~'), { strike: true }],
];

/** Reads Slack's markup. Code and references are found first, so that no mark within one counts; marks may be nested. */
export function spansOf(markup: string): readonly Span[] {
  const pieces: Span[] = [];
  const rest = markup
    .replaceAll(PLACE, '')
    .replace(FINISHED, (_, block?: string, code?: string, inside?: string) => {
      pieces.push(
        inside === undefined
          ? { kind: 'text', text: unescaped(block ?? code ?? ''), look: { code: true } }
          : { kind: 'reference', inside, look: {} },
      );
      return PLACE;
    });
  return looked(rest, {}, () => pieces.shift());
}

function looked(text: string, look: Look, next: () => Span | undefined): Span[] {
  const first = MARKS.map(([mark, adds]) => ({ found: mark.exec(text), adds }))
    .filter(({ found }) => found !== null)
    .sort((one, other) => (one.found?.index ?? 0) - (other.found?.index ?? 0))[0];
  const found = first?.found;
  if (first === undefined || found === undefined || found === null) return flat(text, look, next);
  const [whole, inside = ''] = found;
  return [
    ...flat(text.slice(0, found.index), look, next),
    ...looked(inside, { ...look, ...first.adds }, next),
    ...looked(text.slice(found.index + whole.length), look, next),
  ];
}

function flat(text: string, look: Look, next: () => Span | undefined): Span[] {
  return text.split(PLACE).flatMap((part, nth): Span[] => {
    const piece = nth === 0 ? undefined : next();
    const placed = piece === undefined ? [] : [{ ...piece, look: { ...look, ...piece.look } }];
    return part === '' ? placed : [...placed, { kind: 'text', text: unescaped(part), look }];
  });
}

/** The three characters that Slack escapes. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A mark counts where a word begins and ends, not within one. */
function marked(mark: string): RegExp {
  const word = `[\\p{L}\\p{N}${mark}]`;
  return new RegExp(
    `(?<!${word})[${mark}](?=[^\\s${mark}])([^${mark}\\n]*?)(?<=\\S)[${mark}](?!${word})`,
    'u',
  );
}
