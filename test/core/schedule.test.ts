import { describe, expect, test } from 'vitest';
import { currentOccurrence, phaseAt, type Scheduled } from '../../src/core/schedule.ts';
import { second } from '../support/units.ts';

const at = (start: number, end?: number, status: Scheduled['status'] = 'created'): Scheduled => ({
  status,
  start: second(start),
  end: end === undefined ? undefined : second(end),
});

describe('a meeting from 1000 to 2000', () => {
  test.each([
    [999, 'upcoming'],
    [1000, 'live'],
    [1999, 'live'],
    [2000, 'ended'],
  ])('is at %i %s', (now, phase) => {
    expect(phaseAt(at(1000, 2000), second(now))).toBe(phase);
  });

  test.each([999, 1500, 3000])('is at %i cancelled or ended where the vendor says so', (now) => {
    expect(phaseAt(at(1000, 2000, 'cancelled'), second(now))).toBe('cancelled');
    expect(phaseAt(at(1000, 2000, 'ended'), second(now))).toBe('ended');
  });
});

describe('a meeting that the vendor says is running', () => {
  const progress = { running: { attendeeCount: undefined } };

  test.each([900, 1500, 2000, 90_000])('is live at %i, whatever its times', (now) => {
    expect(phaseAt(at(1000, 2000), second(now), progress)).toBe('live');
  });

  test('is not live once it is cancelled or ended', () => {
    expect(phaseAt(at(1000, 2000, 'cancelled'), second(1500), progress)).toBe('cancelled');
    expect(phaseAt(at(1000, 2000, 'ended'), second(1500), progress)).toBe('ended');
  });
});

test.each([
  [87_399, 'live'],
  [87_400, 'ended'],
])('a meeting without an end is at most a day long: at %i it is %s', (now, phase) => {
  expect(phaseAt(at(1000), second(now))).toBe(phase);
});

describe('of several occurrences', () => {
  const before = at(100, 200);
  const ended = at(300, 400, 'ended');
  const live = at(900, 1100);
  const next = at(1500, 1600);
  const later = at(9000, 9100);
  const cancelled = at(1001, 1002, 'cancelled');
  test.each([
    ['the live one', [later, next, before, live, cancelled], live],
    ['else the next one', [later, cancelled, next, ended, before], next],
    ['else the one that ended last', [before, ended, cancelled], ended],
    ['else the cancelled one nearest to now', [at(5000, 5001, 'cancelled'), cancelled], cancelled],
    ['or none of none', [], undefined],
  ])('%s counts', (_which, occurrences, expected) => {
    expect(currentOccurrence(occurrences, second(1000))).toBe(expected);
  });
});
