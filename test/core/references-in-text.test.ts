import { expect, test } from 'vitest';
import { referenceKey, referencesIn } from '../../src/core/references-in-text.ts';

const keysIn = (text: string): string[] => referencesIn(text, ['qsh1.cn']).map(referenceKey);

test.each([
  ['<https://ntest.qsh1.cn/k/a?x=1&amp;y=2|label>', ['link ntest.qsh1.cn/k/a?x=1&y=2']],
  ['https://qsh1.cn/#/room/1 https://qsh1.cn/#/room/2', ['link qsh1.cn/#/room/1', 'link qsh1.cn/#/room/2']],
  ['(https://ntest.qsh1.cn/k/a).', ['link ntest.qsh1.cn/k/a']],
  ['<https://other.example/k|https://ntest.qsh1.cn/k/a>', []],
  ['meeting 649128', ['event 649128']],
  ['Meeting number: 649128', ['event 649128']],
  ['meeting-id 649128', ['event 649128']],
  ['会议号 649128', ['event 649128']],
  ['649128号会议', ['event 649128']],
  ['meeting 649 128 111', ['event 649128111']],
  ['meeting 649\u2013128\u2011111', ['event 649128111']],
  ['会议号：\u200b649\u200b128\u200e', ['event 649128']],
  ['\u2068https://ntest.qsh1.cn/k/a\u2069', ['link ntest.qsh1.cn/k/a']],
  ['meeting 1234', []],
  ['meeting 2030 12 30', []],
  ['meeting 649128 12', ['event 649128']],
  ['meeting 1234567890123456', []],
  ['649128', []],
  ['meeting on 12.05.2030', []],
  ['https://x.example/meeting/649128', []],
  ['meeting_id:: ## 649128', ['event 649128']],
  ['meeting no. : 649128', ['event 649128']],
  ['Conference\u3000Ｎｏ．６４９\u00a0１２８', ['event 649128']],
  ['https://ntest.qsh1.cn/k/a...?!)', ['link ntest.qsh1.cn/k/a']],
  ['https://ntest.qsh1.cn/k/a.b./', ['link ntest.qsh1.cn/k/a.b.']],
])('%s names %j', (text, keys) => {
  expect(keysIn(text)).toEqual(keys);
});

test('links come before numbers, and what is said twice comes twice', () => {
  expect(keysIn('meeting 649128, https://qsh1.cn/a, meeting 649128')).toEqual([
    'link qsh1.cn/a',
    'event 649128',
    'event 649128',
  ]);
});

test.each([
  ['longer than any meeting link', `https://qsh1.cn/${'a'.repeat(2000)}`],
  ['on a host that is not ASCII', 'https://会议.qsh1.cn/k/a'],
])('an address %s is not a meeting link', (_what, address) => {
  expect(keysIn(address)).toEqual([]);
});
