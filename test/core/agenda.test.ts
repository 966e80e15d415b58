import { expect, test } from 'vitest';
import { byDay, liveOrNext } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import type { MeetingView } from '../../src/core/views.ts';
import { decoded } from '../support/decoded.ts';
import { second, zoneOf } from '../support/units.ts';

/** Ten in the morning in Shanghai, on a Monday. */
const NOW = second(Date.UTC(2030, 11, 30, 2) / 1000);
const HOUR = 3600;

const at = (hours: number, given: { title?: string; status?: number } = {}): MeetingView => {
  const startTime = NOW + hours * HOUR;
  const wire = { title: `at ${hours}`, ...given, startTime, endTime: startTime + HOUR };
  return viewFor(decoded(wire), { kind: 'unproven', reason: 'not-asked' }, PRIVATE);
};
const titles = (views: Iterable<MeetingView>): string[] =>
  [...views].map((view) => (view.audience === 'limited' ? '' : view.title));

test('meetings come by day, earliest first', () => {
  const days = byDay([at(20), at(2), at(1), at(-3)], zoneOf('Asia/Shanghai'));
  expect(days.map(({ meetings }) => titles(meetings))).toEqual([['at -3', 'at 1', 'at 2'], ['at 20']]);
  expect(days.map(({ start }) => start)).toEqual([NOW - 3 * HOUR, NOW + 20 * HOUR]);
});

test('the day is that of the zone', () => {
  const days = byDay([at(1), at(20)], zoneOf('America/Los_Angeles'));
  expect(days.map(({ meetings }) => titles(meetings))).toEqual([['at 1'], ['at 20']]);
  expect(byDay([at(7), at(20)], zoneOf('America/Los_Angeles'))).toHaveLength(1);
});

test('no meetings make no days', () => {
  expect(byDay([], zoneOf('UTC'))).toEqual([]);
});

test('to join are the live ones and the first that is next', () => {
  const live = [at(-0.5), at(-0.2)];
  expect(titles(liveOrNext([at(5), at(3), ...live, at(-4)], NOW))).toEqual(['at -0.5', 'at -0.2', 'at 3']);
});

test('a cancelled meeting is not next', () => {
  expect(titles(liveOrNext([at(1, { status: 0 }), at(2)], NOW))).toEqual(['at 2']);
});
