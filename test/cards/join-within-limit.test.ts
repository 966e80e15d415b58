import { expect, test } from 'vitest';
import { joinWithinLimit } from '../../src/cards/join-within-limit.ts';
import { mrkdwn } from '../../src/cards/mrkdwn.ts';

const options = {
  separator: ', ',
  maxLength: 100,
  maxParts: 3,
  more: (count: number) => mrkdwn`and ${count} more`,
};
const parts = (count: number, text = 'x') => Array.from({ length: count }, (_, nth) => mrkdwn`${text}${nth}`);

test.each([
  ['nothing of nothing', 0, ''],
  ['all that fit', 3, 'x0, x1, x2'],
  ['the rest as a number', 12, 'x0, x1, x2, and 9 more'],
])('says %s', (_what, count, text) => {
  expect(joinWithinLimit(parts(count), options).toString()).toBe(text);
});

test('counts the parts that do not fit', () => {
  expect(joinWithinLimit(parts(3, 'y'.repeat(25)), options).toString()).toBe(
    `${'y'.repeat(25)}0, and 2 more`,
  );
  expect(joinWithinLimit(parts(3, 'y'.repeat(90)), options).toString()).toBe('and 3 more');
});

test('stays within its length, whatever the parts are', () => {
  for (let length = 1; length < 120; length += 1) {
    expect(joinWithinLimit(parts(20, 'z'.repeat(length)), options).length).toBeLessThanOrEqual(100);
  }
});
