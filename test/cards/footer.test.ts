import { expect, test } from 'vitest';
import { grouped } from '../../src/cards/footer.ts';

test.each([
  ['', ''],
  ['123456', '123456'],
  ['1234567', '123 4567'],
  ['12345678', '123 456 78'],
  ['239828761', '239 828 761'],
  ['2398287612', '239 828 7612'],
  ['12a4567', '12a4567'],
  ['18446744073709551615', '184 467 440 737 095 516 15'],
])('%j is read aloud as %j', (digits, groups) => {
  expect(grouped(digits)).toBe(groups.replaceAll(' ', '\u00a0'));
});
