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
  expect(parsed(text)).toEqual({ kind, reference: { kind: 'event', eventId: '649128' } });
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
  ['todays', 'words'],
  ['sharing 649128', 'words'],
  ['today 649128', 'words'],
  ['help 649128', 'words'],
  ['share help', 'words'],
])('"%s" is not a reference: %s', (text, reason) => {
  expect(parsed(text)).toEqual({ kind: 'none', reason });
});
