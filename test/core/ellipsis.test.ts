import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ellipsized, wholeGraphemes } from '../../src/core/ellipsis.ts';

const TECHNOLOGIST = '👩🏽‍💻';

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  [`a${TECHNOLOGIST}`, 8, `a${TECHNOLOGIST}`],
  [`ab${TECHNOLOGIST}`, 8, 'ab…'],
  [`${TECHNOLOGIST}${TECHNOLOGIST}`, 8, `${TECHNOLOGIST}…`],
])('%j in %i code units is %j', (text, max, expected) => {
  expect(ellipsized(text, max)).toBe(expected);
});

test('a length of another kind limits as well', () => {
  expect(ellipsized('&a&a', 7, (text) => text.replaceAll('&', '&amp;').length)).toBe('&a…');
  expect(wholeGraphemes('&a&a', 6, (text) => text.replaceAll('&', '&amp;').length)).toBe(2);
});

const codeUnits = (text: string): number => text.length;
const escaped = (text: string): number => text.replaceAll('&', '&amp;').length;

/** Where the last grapheme ends that still fits, by going through all of them. */
function cutOneByOne(text: string, max: number, lengthOf: (text: string) => number): number {
  const ends = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  return ends.filter((end) => lengthOf(text.slice(0, end)) <= max).at(-1) ?? 0;
}

test('a text is cut where going through its graphemes one by one would cut it', () => {
  const piece = fc.constantFrom('a', '&', '会', 'e\u0301', TECHNOLOGIST, '🇨🇳', '\r\n', '\ud83d');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 10, max: 80 }),
      fc.constantFrom(codeUnits, escaped),
      (all, max, lengthOf) => {
        expect(wholeGraphemes(all, max, lengthOf)).toBe(cutOneByOne(all, max, lengthOf));
      },
    ),
  );
});
