import { describe, expect, test } from 'vitest';
import { addressesIn, parseReference, unescapeSlack } from '../../src/core/reference.ts';

const domains = ['qsh1.cn', 'quanshi.com'];
const read = (text: string) => parseReference(text, domains);

describe('a text', () => {
  test.each([
    ['649128', '649128'],
    ['0649128', '649128'],
    ['6 4 9 1 2 8', '649128'],
    ['６４９１２８', '649128'],
    ['\u00a0649\u00a0128\u3000', '649128'],
    ['#9007199254740993', '9007199254740993'],
    ['#18446744073709551615', '18446744073709551615'],
    ['999999999999', '999999999999'],
    ['⑥49128', '649128'],
  ])('%j names the event %s', (text, eventId) => {
    expect(read(text)).toEqual({ kind: 'event', eventId });
  });

  test.each([
    ['1234567890123', '1234567890123'],
    ['0000000000000', '0000000000000'],
    ['2015 0100 0037 7371 37', '201501000037737137'],
    [`${'7'.repeat(32)}`, '7'.repeat(32)],
  ])('%j is the host password %s', (text, password) => {
    expect(read(text)).toEqual({ kind: 'host-password', password });
  });

  test.each([
    ['', 'empty'],
    [' \n\u3000', 'empty'],
    ['Help', 'words'],
    ['？', 'words'],
    ['#', 'words'],
    ['##649128', 'words'],
    ['meeting 649128', 'words'],
    ['٦٤٩', 'words'],
    ['-1', 'sign'],
    ['#-1', 'sign'],
    ['–649128', 'sign'],
    ['1.5', 'fraction'],
    ['1/2', 'fraction'],
    ['½', 'fraction'],
    ['1,000', 'fraction'],
    ['#0', 'out-of-range'],
    ['000', 'out-of-range'],
    ['#18446744073709551616', 'out-of-range'],
    ['#99999999999999999999999999999999', 'out-of-range'],
    ['https://example.com/1', 'foreign-link'],
    ['http://qsh1.cn', 'foreign-link'],
    ['https://', 'words'],
  ])('%j is not one, because of %s', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'none', reason });
  });
});

test.each([
  ['33 digits', '9'.repeat(33), 'too-long'],
  ['4001 letters', 'x'.repeat(4001), 'too-long'],
  ['4000 letters', 'x'.repeat(4000), 'words'],
])('%s are not one', (_what, text, reason) => {
  expect(read(text)).toEqual({ kind: 'none', reason });
});

describe('a link', () => {
  test.each([
    ['https://qsh1.cn/k/a', 'qsh1.cn/k/a'],
    ['http://qsh1.cn/k/a', 'qsh1.cn/k/a'],
    ['HTTPS://Meet.QSH1.cn/k/A', 'meet.qsh1.cn/k/A'],
    ['https://qsh1.cn:8443/k/a', 'qsh1.cn:8443/k/a'],
    ['https://qsh1.cn/k/a?x=1#y', 'qsh1.cn/k/a'],
    ['https://qsh1.cn/k/a///', 'qsh1.cn/k/a'],
    ['<https://quanshi.com/k/a|label with spaces>', 'quanshi.com/k/a'],
    ['(https://qsh1.cn/k/a).', 'qsh1.cn/k/a'],
    ['加入https://qsh1.cn/k/a，谢谢', 'qsh1.cn/k/a'],
    ['649128 https://qsh1.cn/k/a', 'qsh1.cn/k/a'],
    ['https://example.com/ <https://qsh1.cn/k/a>', 'qsh1.cn/k/a'],
    ['https://qsh1.cn/k/a https://qsh1.cn/k/b', 'qsh1.cn/k/a'],
  ])('in %j is known by %s', (text, key) => {
    expect(read(text)).toMatchObject({ kind: 'link', key });
  });

  test.each([
    '<https://evil.example/x|https://qsh1.cn/k/a>',
    'https://qsh1.cn.example/k/a',
    'https://xqsh1.cn/k/a',
    'https://qsh1.cn@example.com/k/a',
    'https://user:word@qsh1.cn/k/a',
    'https://example.com/?u=https%3A%2F%2Fqsh1.cn%2Fk%2Fa',
  ])('%s is not ours', (text) => {
    expect(read(text)).toEqual({ kind: 'none', reason: 'foreign-link' });
  });
});

test.each([
  ['&lt;a&gt; &amp; b', '<a> & b'],
  ['&amp;lt;', '&lt;'],
  ['&quot;', '&quot;'],
])('of %s the escapes of Slack are undone once: %s', (text, plain) => {
  expect(unescapeSlack(text)).toBe(plain);
});

test('every address in a text is found, in order, without labels and closing punctuation', () => {
  const text =
    'see <https://a.example/1?x=1&amp;y=2|https://lie.example>, “http://b.example/2”; https://c.example/3).';
  expect(addressesIn(text)).toEqual([
    'https://a.example/1?x=1&y=2',
    'http://b.example/2',
    'https://c.example/3',
  ]);
});
