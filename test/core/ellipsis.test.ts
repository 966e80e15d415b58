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
