import { expect, test } from 'vitest';
import { daysFrom } from '../../src/core/day.ts';
import { second, zoneOf } from '../support/units.ts';

const at = (iso: string) => second(Date.parse(iso) / 1000);

test.each([
  ['Asia/Shanghai', '2030-12-30T02:00:00Z', 1, '2030-12-29T16:00:00Z', '2030-12-30T16:00:00Z'],
  ['Asia/Shanghai', '2030-12-30T15:59:59Z', 1, '2030-12-29T16:00:00Z', '2030-12-30T16:00:00Z'],
  ['Asia/Shanghai', '2030-12-30T16:00:00Z', 1, '2030-12-30T16:00:00Z', '2030-12-31T16:00:00Z'],
  ['America/Los_Angeles', '2030-12-30T02:00:00Z', 7, '2030-12-29T08:00:00Z', '2031-01-05T08:00:00Z'],
  ['Pacific/Kiritimati', '2030-12-30T02:00:00Z', 1, '2030-12-29T10:00:00Z', '2030-12-30T10:00:00Z'],
  ['Europe/Berlin', '2030-03-31T10:00:00Z', 1, '2030-03-30T23:00:00Z', '2030-03-31T22:00:00Z'],
  ['Europe/Berlin', '2030-10-27T10:00:00Z', 1, '2030-10-26T22:00:00Z', '2030-10-27T23:00:00Z'],
])('in %s at %s, %i days begin at %s and end at %s', (zone, now, days, from, to) => {
  expect(daysFrom(at(now), zoneOf(zone), days)).toEqual({ from: at(from), to: at(to) });
});
