import type { Clock } from './dates.ts';
import { withEmoji } from './emoji.ts';
import { referenceText } from './references.ts';
import type { Look, Paint } from './style.ts';

/** Takes the place of a finished piece while the marks around it are read. */
const place = '\uE000';
const finished = /```([^`]+)```|`([^`\n]+)`|<([^<>\n]+)>/g;
const marks: readonly (readonly [RegExp, Look])[] = [
  [marked('*'), 'bold'],
  [marked('_'), 'italic'],
  [marked('~'), 'struck'],
];

/** Slack's markup as a terminal shows it: links, mentions and dates resolved, marks turned into looks, then unescaped. */
export function mrkdwnText(markup: string, clock: Clock, paint: Paint): string {
  const pieces: string[] = [];
  const rest = harmless(markup).replace(finished, (_, block?: string, code?: string, inside?: string) => {
    const shown =
      inside === undefined
        ? paint(unescaped(block ?? code ?? ''), 'code')
        : unescaped(referenceText(inside, clock));
    pieces.push(shown);
    return place;
  });
  const looked = marks.reduce(
    (text, [mark, look]) => text.replace(mark, (_, inside: string) => paint(inside, look)),
    withEmoji(rest),
  );
  return unescaped(looked).replaceAll(place, () => pieces.shift() ?? '');
}

/** Text without marks, as Slack shows `plain_text`. */
export function plainText(text: string): string {
  return withEmoji(harmless(text));
}

/** Without the control characters by which a meeting's title could take over a terminal. */
function harmless(text: string): string {
  return text.replaceAll(place, '').replace(/(?!\n)\p{Cc}/gu, '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A mark counts where a word begins and ends, as in Slack; not within one. */
function marked(mark: string): RegExp {
  const word = `[\\p{L}\\p{N}${mark}]`;
  return new RegExp(
    `(?<!${word})[${mark}](?=[^\\s${mark}])([^${mark}\\n]*?)(?<=\\S)[${mark}](?!${word})`,
    'gu',
  );
}
