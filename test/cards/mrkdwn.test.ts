import { describe, expect, test } from 'vitest';
import { mrkdwnProblems } from '../../sandbox/block-kit/mrkdwn.ts';
import { Mrkdwn, mrkdwn } from '../../src/cards/mrkdwn.ts';
import { webLink } from '../../src/core/ids.ts';
import { second } from '../support/units.ts';

const linkOf = (address: string) => {
  const link = webLink(address);
  if (link === undefined) throw new Error('no link');
  return link;
};

describe('a value from outside', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['&lt;', '&amp;lt;'],
    ['*bold* _it_ ~no~ `code`', '∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ'],
    ['a* b', 'a∗ b'],
    ['_a _', 'ˍa ˍ'],
    ['＊太字＊ ＿斜＿ ｀码｀', '﹡太字﹡ ˍ斜ˍ ˋ码ˋ'],
    ['2*3*4', '2∗3∗4'],
    ['PRJ_2030_a 3~5 a~_b', 'PRJ_2030_a 3~5 a∼ˍb'],
    ['* list', '∗ list'],
    ['> quoted', '› quoted'],
    ['＞ quoted', '› quoted'],
    ['a > b', 'a &gt; b'],
    [':tada: x:party-parrot:y', '∶tada: x∶party-parrot:y'],
    [':+1::skin-tone-2:', '∶+1∶∶skin-tone-2:'],
    [':笑:', '∶笑:'],
    ['Q3:100:5', 'Q3∶100:5'],
    ['10:30:45', '10:30:45'],
    ['8:00-9:30, 10:30:45–11:30:00, 14:00~15:00', '8:00-9:30, 10:30:45–11:30:00, 14:00~15:00'],
    ['10:30:45:x: 10:30x11:30 10:30-11:30x:', '10∶30∶45∶x: 10∶30x11:30 10∶30-11∶30x:'],
    ['Re: a, https://a.example/ 9:30 1:2', 'Re: a, https://a.example/ 9:30 1:2'],
    ['a\nb\r\n\tc', 'a b c'],
    ['\u202egnp.exe\u202c', 'gnp.exe'],
    ['a\u0000b\u2028c', 'a b c'],
    ['  x  ', 'x'],
    ['👩🏽‍💻 שרה', '👩🏽‍💻 שרה'],
    [12, '12'],
  ])('%j is shown in a text as %j', (value, text) => {
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

describe('our own text', () => {
  test.each([
    [
      'in a sentence still has its formatting marks',
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
