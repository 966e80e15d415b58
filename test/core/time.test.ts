import { expect, test } from 'vitest';
import { secondsOf, unixSeconds, zoneName } from '../../src/core/time.ts';

test.each([1, 1_924_826_400, 99_999_999_999])('%i is a second between 1970 and 5138', (value) => {
  expect(unixSeconds(value)).toBe(value);
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000_000, 2 ** 53])(
  '%d is not one',
  (value) => {
    expect(unixSeconds(value)).toBeUndefined();
  },
);

test('a clock is in the second that began last', () => {
  expect(secondsOf(() => 1_999)).toBe(1);
});

test.each([0, -1000, 100_000_000_000_000])('a clock set to %d gives none', (milliseconds) => {
  expect(() => secondsOf(() => milliseconds)).toThrow(RangeError);
});

test.each(['Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+8', 'Asia/Shanghai'])(
  '%s is a zone',
  (name) => {
    expect(zoneName(name)).toBe(name);
  },
);

test.each(['', '+08:00', 'Mars/Olympus', '../etc/passwd', 'Asia/Shanghai ', 'x'.repeat(100), 'Mars/Olympus'])(
  '%j is not a zone',
  (name) => {
    expect(zoneName(name)).toBeUndefined();
  },
);
