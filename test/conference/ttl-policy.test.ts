import { expect, test } from 'vitest';
import { freshSeconds } from '../../src/conference/ttl-policy.ts';
import { second } from '../support/units.ts';

const NOW = 1_000_000;
const from = (start: number, status: 'created' | 'ended' | 'cancelled' = 'created') => ({
  status,
  start: second(NOW + start),
  end: second(NOW + start + 3600),
});

test.each([
  ['live', from(-10), 30],
  ['beginning now', from(0), 30],
  ['15 minutes ahead', from(900), 30],
  ['15 minutes and a second ahead', from(901), 300],
  ['a year ahead', from(31_536_000), 300],
  ['over', from(-3600), 21_600],
  ['ended early', from(-10, 'ended'), 21_600],
  ['cancelled, though about to begin', from(10, 'cancelled'), 7200],
])('a meeting that is %s stays fresh for %o', (_when, meeting, seconds) => {
  expect(freshSeconds(meeting, second(NOW), undefined)).toBe(seconds);
  expect(freshSeconds(meeting, second(NOW), 0)).toBe(0);
  expect(freshSeconds(meeting, second(NOW), 99)).toBe(99);
});
