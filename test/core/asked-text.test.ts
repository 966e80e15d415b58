import { describe, expect, test } from 'vitest';
import { readAsked } from '../../src/core/asked-text.ts';

const asked = (text: string) => readAsked(text, ['qsh1.cn']);
const event = (digits: string) => ({ kind: 'event', eventId: digits });

const INVITATION = `韩梅梅 邀请您参加会议
会议主题：季度评审 · Quarterly review
会议时间：2030-12-31 10:30-11:30 (GMT+08:00)

点击链接入会：
<https://ntest.qsh1.cn/k/att700001|https://ntest.qsh1.cn/k/att700001>

会议号：700 001
参会密码：201501990002700001`;

describe('a text with one reference and more is understood:', () => {
  test.each([
    ['meeting 649128', '649128'],
    ['Meeting: 649 128', '649128'],
    ['会议号 649 128', '649128'],
    ['会议号：649-128', '649128'],
    ['649-128', '649128'],
    ['#649–128–111', '649128111'],
    ['６４９－１２８', '649128'],
    ['please open meeting 649128 for me, thanks!', '649128'],
  ])('%s', (text, digits) => {
    expect(asked(text)).toEqual({
      kind: 'reference',
      reference: event(digits),
      isUnderstood: true,
      otherwise: undefined,
    });
  });

  test('an invitation by its link, and by its number where the link leads to nothing', () => {
    expect(asked(INVITATION)).toMatchObject({
      kind: 'reference',
      reference: { kind: 'link', key: 'ntest.qsh1.cn/k/att700001' },
      isUnderstood: true,
      otherwise: event('700001'),
    });
  });

  test('an invitation whose link is of another service by its number', () => {
    expect(asked(INVITATION.replaceAll('qsh1.cn', 'zoom.example'))).toMatchObject({
      reference: event('700001'),
      otherwise: undefined,
    });
  });

  test('an invitation of five thousand characters', () => {
    expect(asked(`${'请准时参加。'.repeat(830)}\n会议号：649128`)).toMatchObject({
      reference: event('649128'),
    });
  });
});

test.each([
  '649128',
  '#649128',
  '649 128',
  '６４９１２８',
  'https://qsh1.cn/k/a',
  '<https://qsh1.cn/k/a|join>',
])('%s is a reference alone, so nothing has to be said of it', (text) => {
  expect(asked(text)).toMatchObject({ kind: 'reference', isUnderstood: false });
});

test.each([
  ['a date is not a number in groups', '2030-12-31', { kind: 'none', reason: 'words' }],
  ['a negative number is not one', '-649128', { kind: 'none', reason: 'sign' }],
  ['a fraction is not one', '649.128', { kind: 'none', reason: 'fraction' }],
  ['a foreign link is not searched for', 'https://x.example/a', { kind: 'none', reason: 'foreign-link' }],
  ['signs alone are not searched for', '!!!', { kind: 'none', reason: 'words' }],
  ['a long text is not searched for', 'budget '.repeat(20), { kind: 'none', reason: 'words' }],
  [
    'a very long text is not read',
    `meeting 649128 ${'a'.repeat(12_000)}`,
    { kind: 'none', reason: 'too-long' },
  ],
  ['words are searched for, as they were typed', ' Budget Ｑ３ ', { kind: 'words', words: 'Budget Ｑ３' }],
  ['words with a short number are searched for', 'meeting 12', { kind: 'words', words: 'meeting 12' }],
])('%s', (_what, text, expected) => {
  expect(asked(text)).toEqual(expected);
});
