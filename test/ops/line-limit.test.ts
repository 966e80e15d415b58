import { expect, test } from 'vitest';
import { lineLimit } from '../../src/ops/line-limit.ts';

test('lines of a kind above the limit are left out until the minute is over, and then counted', () => {
  let now = 0;
  const allow = lineLimit(2, () => now);
  expect([allow('a'), allow('a'), allow('a'), allow('a')]).toEqual([
    { suppressed: 0 },
    { suppressed: 0 },
    undefined,
    undefined,
  ]);
  now = 59_999;
  expect(allow('a')).toBeUndefined();
  now = 60_000;
  expect([allow('a'), allow('a'), allow('a')]).toEqual([{ suppressed: 3 }, { suppressed: 0 }, undefined]);
});

test('kinds do not take lines from one another', () => {
  const allow = lineLimit(1, () => 0);
  expect([allow('a'), allow('b'), allow('a')]).toEqual([{ suppressed: 0 }, { suppressed: 0 }, undefined]);
});

test('a minute below the limit left out nothing', () => {
  let now = 0;
  const allow = lineLimit(5, () => now);
  allow('a');
  now = 120_000;
  expect(allow('a')).toEqual({ suppressed: 0 });
});
