import { expect, test } from 'vitest';
import { parseCommandText } from '../../src/core/command-text.ts';

const words = {
  help: ['help', '?', '帮助'],
  today: ['today', '今天', '今日'],
  share: ['share', '分享'],
  settings: ['settings'],
};
const parsed = (text: string) => parseCommandText(text, ['qsh1.cn'], words);

test.each(['', '  ', 'help', 'HELP', '?', '？', '帮助'])('"%s" asks for help', (text) => {
  expect(parsed(text)).toEqual({ kind: 'help' });
});

test.each(['today', 'Today', ' today ', '今天', '今日'])('"%s" asks for today', (text) => {
  expect(parsed(text)).toEqual({ kind: 'today' });
});

test.each([
  ['share 649128', 'share'],
  ['SHARE\t#649128', 'share'],
  ['分享 649128', 'share'],
  ['649128', 'find'],
])('"%s" asks to %2$s', (text, kind) => {
  const reference = { kind: 'event', eventId: '649128' };
  expect(parsed(text)).toEqual({ kind, reference, isUnderstood: false, otherwise: undefined });
});

test('a link to share is read as Slack writes it', () => {
  expect(parsed('share <https://qsh1.cn/k/a|a>')).toMatchObject({
    kind: 'share',
    reference: { key: 'qsh1.cn/k/a' },
  });
});

test.each([
  ['share', 'empty'],
  ['share words', 'words'],
  ['share help', 'words'],
  ['-649128', 'sign'],
])('"%s" is not a reference: %s', (text, reason) => {
  expect(parsed(text)).toEqual({ kind: 'none', reason });
});

test.each(['todays', 'sharing 649128', 'today 649128', 'help 649128', 'budget', '预算 review'])(
  '“%s” is searched for',
  (text) => {
    expect(parsed(text)).toEqual({ kind: 'search', words: text });
  },
);

test('what is to be shared is understood as well', () => {
  const reference = { kind: 'event', eventId: '649128' };
  expect(parsed('share 会议号 649 128')).toMatchObject({ kind: 'share', reference, isUnderstood: true });
});
