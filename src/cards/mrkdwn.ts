import type { WebLink } from '../core/ids.ts';
import type { UnixSeconds } from '../core/time.ts';
import { oneLine } from './limits.ts';

/**
 * Text in Slack's mrkdwn, safe by construction: only this file makes it, and whatever is put into it from outside is escaped, so that the
 * only marks in it are ours. Send it with `verbatim: true`, so that Slack links and mentions nothing by itself.
 */
export class Mrkdwn {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Code units as Slack counts them, escapes included. */
  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return this.#text;
  }

  /** The tag of template literals: literal parts are ours and stay; values that are not a `Mrkdwn` are escaped. */
  static tag(literals: TemplateStringsArray, ...values: readonly (string | number | Mrkdwn)[]): Mrkdwn {
    let text = literals[0] ?? '';
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? '';
      text += value instanceof Mrkdwn ? value.#text : textOf(value);
      text += literals[index + 1] ?? '';
    }
    return new Mrkdwn(text);
  }

  /** A sentence of our own words file, whose marks of style stay; control sequences are escaped all the same. */
  static ours(sentence: string): Mrkdwn {
    return new Mrkdwn(escapeControl(sentence));
  }

  static join(parts: readonly Mrkdwn[], separator: string): Mrkdwn {
    return new Mrkdwn(parts.map((part) => part.#text).join(separator));
  }

  /** `<address|label>`; the address can hold nothing that ends a link (see `webLink`), and of the label `|` is replaced. */
  static link(address: WebLink, label: string): Mrkdwn {
    return new Mrkdwn(`<${escapeControl(address)}|${escapeText(label.replaceAll('|', '¦'))}>`);
  }

  /** A date in the reader's own zone and clock; `fallback` is shown where the client cannot and names its zone. */
  static date(instant: UnixSeconds, format: string, fallback: string): Mrkdwn {
    return new Mrkdwn(`<!date^${instant}^${format}|${escapeText(fallback.replaceAll('|', '¦'))}>`);
  }

  /** A mention; the id is Slack's own, upper-case letters and digits, and anything else is shown as text. */
  static user(id: string): Mrkdwn {
    return new Mrkdwn(/^[UW][A-Z0-9]{1,30}$/.test(id) ? `<@${id}>` : escapeText(id));
  }

  /** A text to copy, to the letter, in a code span. A backtick would end it and is shown as a quote mark. */
  static code(text: string): Mrkdwn {
    return new Mrkdwn(`\`${escapeControl(oneLine(text).replaceAll('`', 'ˋ'))}\``);
  }
}

export const mrkdwn = Mrkdwn.tag;

/** The three characters of Slack's control sequences, `&` first (docs.slack.dev, messaging/formatting-message-text). */
function escapeControl(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack reads as a mark of style, full-width forms included, and a character that looks like it without being one. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '*': '∗',
  '＊': '﹡',
  _: 'ˍ',
  '＿': 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '｀': 'ˋ',
};
const STYLE_MARKS = /[*＊＿`｀]|(?<![A-Za-z0-9])[_~]|[_~](?![A-Za-z0-9])/g;
const QUOTATION_MARK = /^[>＞]/;

/** A time of day or two with a dash between, matched first so that they stay, or a colon that another one follows without a blank. */
const TIMES_AND_EMOJI_COLONS =
  /(?<![0-9:])[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[-–—~～至到][0-9]{1,2}(?::[0-9]{2}){1,2})?(?![0-9]|[^\s:]*:)|:(?=[^\s:]*:)/g;

/** Digits, signs and points mark nothing. */
function textOf(value: string | number): string {
  return typeof value === 'number' ? String(value) : escapeText(value);
}

/**
 * A foreign text as text and nothing else. Slack has no escape for its marks of style, and a zero-width space beside one does not stop
 * it: people put one there to make part of a word bold. So a mark becomes a character that looks like it, wherever it is, since a `*`
 * in the text would close our bold; what is copied from a card has that character too. `_` and `~` stay between two ASCII letters or
 * digits, where they style nothing (`PRJ_2030`, `3~5`). A colon that may begin an emoji's code (`:x:`, of whatever name: a workspace has
 * its own) becomes a ratio sign; times of day (`10:30:45`, `10:30-11:30`) and single colons stay.
 */
function escapeText(text: string): string {
  const escaped = escapeControl(oneLine(text).replace(QUOTATION_MARK, '›'));
  if (!/[*＊_＿~`｀:]/.test(escaped)) return escaped;
  return escaped
    .replace(STYLE_MARKS, (mark) => LOOK_ALIKE[mark] ?? '')
    .replace(TIMES_AND_EMOJI_COLONS, (found) => (found === ':' ? '∶' : found));
}
