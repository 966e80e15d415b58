import { referencesInMessage } from '../src/slack/payloads/message-references.ts';
import { median, oneDigit, table } from './table.ts';

const LENGTHS = [25_000, 50_000, 100_000, 200_000];
const RUNS = 5;
const DOMAINS = ['qsh1.cn'];

const filled = (begin: string, part: string, length: number): string =>
  begin + part.repeat(Math.floor((length - begin.length) / part.length));

/** Texts that a scanner could read again and again. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'a word and spaces': (length) => filled('meeting', ' ', length),
  'words and short spaces': (length) => filled('', 'meeting          ', length),
  'an address and dots': (length) => filled('https://a.qsh1.cn/x', '.', length),
  'an address and slashes': (length) => filled('https://a.qsh1.cn/x', '/', length),
  'many short links': (length) => filled('', 'https://a.qsh1.cn/b ', length),
  'many long links': (length) => filled('', `https://a.qsh1.cn/${'%2e%2e/'.repeat(270)} `, length),
  'hosts in Chinese': (length) => filled('', `https://${'会议号码'.repeat(60)} `, length),
  'full-width digits': (length) => filled('', '６', length),
  'combining marks': (length) =>
    `meeting ${'\u0345'.repeat(length / 2 - 8)}${'\u0316'.repeat(length / 2 - 8)}`,
  'open brackets': (length) => filled('', '<a|', length),
};

function milliseconds(text: string): number {
  const began = performance.now();
  referencesInMessage({ text }, DOMAINS);
  return performance.now() - began;
}

/** How long the meetings of a message are looked for, with texts of doubling length; a time that doubles with the text is linear. */
export function scanning(): string {
  const rows = Object.entries(TEXTS).map(([name, textOf]) => [
    name,
    ...LENGTHS.map((length) => {
      const text = textOf(length);
      return oneDigit(median(Array.from({ length: RUNS }, () => milliseconds(text))));
    }),
  ]);
  return table(
    'Reading the meetings of a message, ms by characters',
    ['text', ...LENGTHS.map((length) => length.toLocaleString('en'))],
    rows,
  );
}
