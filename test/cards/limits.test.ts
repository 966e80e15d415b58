import { describe, expect, test, vi } from 'vitest';
import { oneLine, shorten } from '../../src/cards/limits.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a text is shortened', () => {
  test.each([
    ['not where it fits', 'abcde', 5, 'abcde'],
    ['with an ellipsis inside the limit', 'abcdef', 5, 'abcd…'],
    ['to nothing but the ellipsis', 'abc', 1, '…'],
    ['between family members never', `ab${FAMILY}c`, 12, 'ab…'],
    ['behind a whole family', `${FAMILY}abcdef`, 14, `${FAMILY}ab…`],
    ['between a letter and its accent never', 'e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['between the halves of a surrogate pair never', '😀😀😀', 4, '😀…'],
    ['between the halves of a flag never', '🇨🇳🇵🇹', 6, '🇨🇳…'],
    ['by what escaping makes of it', 'a&b&c', 13, 'a&b&c'],
    ['where escaping makes it too long', 'a&b&c', 12, 'a&b…'],
    ['of angle brackets, to a quarter', '<>'.repeat(10), 41, `${'<>'.repeat(5)}…`],
    ['in a grapheme without an end to the ellipsis', `a${'\u0301'.repeat(500)}`, 10, '…'],
  ])('%s', (_how, text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
    expect(shorten(text, max).length).toBeLessThanOrEqual(max);
  });

  test('of megabytes by looking at their beginning alone', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    expect(shorten('全员'.repeat(5_000_000), 150)).toHaveLength(150);
    const looked = segment.mock.calls.map(([text]) => text.length);
    segment.mockRestore();
    expect(looked).toHaveLength(1);
    expect(Math.max(...looked)).toBeLessThanOrEqual(300);
  });
});

test.each([
  ['a\r\n\r\nb', 'a b'],
  ['\u0007a\u0085b', 'a b'],
  ['a\u3000b\u00a0c', 'a b\u00a0c'],
  ['\u2066a\u2069', 'a'],
  [' \n ', ''],
])('on one line %j is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
