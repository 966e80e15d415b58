import { describe, expect, test } from 'vitest';
import { Mrkdwn, mrkdwn } from '../../src/cards/mrkdwn.ts';
import { webLink } from '../../src/core/ids.ts';
import { mrkdwnProblems } from '../support/slack/block-kit-rules/mrkdwn.ts';
import { second } from '../support/units.ts';

const Z = '\u200b';
const linkOf = (address: string) => {
  const link = webLink(address);
  if (link === undefined) throw new Error('no link');
  return link;
};

describe('a value from outside', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['&lt;', '&amp;lt;'],
    ['*bold* _it_ ~no~ `code`', `*${Z}bold* _${Z}it_ ~${Z}no~ \`${Z}code\``],
    ['2*3*4 a_b_c', '2*3*4 a_b_c'],
    ['* list', '* list'],
    ['a\nb\r\n\tc', 'a b c'],
    ['\u202egnp.exe\u202c', 'gnp.exe'],
    ['a\u0000b\u2028c', 'a b c'],
    ['  x  ', 'x'],
    ['👩🏽‍💻 שרה', '👩🏽‍💻 שרה'],
    [12, '12'],
  ])('%j stands in a text as %j', (value, text) => {
    expect(mrkdwn`${value}`.toString()).toBe(text);
  });

  test('is escaped once, however deep it is nested', () => {
    const inner = mrkdwn`*${'<b>'}*`;
    expect(mrkdwn`a ${inner} ${Mrkdwn.join([inner, inner], ' & ')}`.toString()).toBe(
      'a *&lt;b&gt;* *&lt;b&gt;* & *&lt;b&gt;*',
    );
  });

  test('that is a mrkdwn link of the same class is not escaped again', () => {
    expect(mrkdwn`${Mrkdwn.link(linkOf('https://a.example/?x=1&y=2'), 'A | <B>')}`.toString()).toBe(
      '<https://a.example/?x=1&amp;y=2|A ¦ &lt;B&gt;>',
    );
  });
});

describe('what is ours', () => {
  test.each([
    [
      'in a sentence keeps its marks of style',
      Mrkdwn.ours('*Try* `/meeting 1` & <go>'),
      '*Try* `/meeting 1` &amp; &lt;go&gt;',
    ],
    [
      'as a date has a fallback',
      Mrkdwn.date(second(5), '{time}', '00:00 | <UTC>'),
      '<!date^5^{time}|00:00 ¦ &lt;UTC&gt;>',
    ],
    ['as a mention is an id of Slack', Mrkdwn.user('U0HAN'), '<@U0HAN>'],
    ['as code is to the letter', Mrkdwn.code('*a* `b`\n<c>'), '`*a* ˋbˋ &lt;c&gt;`'],
  ])('%s', (_what, text, expected) => {
    expect(text.toString()).toBe(expected);
    expect(mrkdwnProblems(expected)).toEqual([]);
    expect(text.length).toBe(expected.length);
  });

  test.each(['here', 'U1> <!channel', '!channel', '', 'u1', 'S123', `U${'1'.repeat(31)}`])(
    'mentions nobody by %j',
    (id) => {
      expect(Mrkdwn.user(id).toString()).not.toContain('<');
    },
  );
});
