import { expect, test } from 'vitest';
import { agoFormat, durationFormat } from '../../src/cards/words/durations.ts';

const duration = durationFormat('en', { separator: ' ', unitDisplay: 'short' });
const ago = agoFormat('en');

test.each([
  [1, '1 min'],
  [60, '1 min'],
  [61, '2 min'],
  [3540, '59 min'],
  [3541, '1 hr'],
  [3900, '1 hr 5 min'],
  [86_399, '24 hr'],
  [86_400, '1 day'],
  [90_000, '1 day 1 hr'],
  [172_799, '1 day 23 hr'],
  [172_800, '2 days'],
  [864_000, '10 days'],
])('%i seconds last %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test.each([
  [1, '1 minute ago'],
  [3599, '59 minutes ago'],
  [3600, '1 hour ago'],
  [172_799, '47 hours ago'],
  [172_800, '2 days ago'],
  [5_184_000, '2 months ago'],
  [31_536_000, '1 year ago'],
])('%i seconds back is %s', (seconds, text) => {
  expect(ago(seconds)).toBe(text);
});
