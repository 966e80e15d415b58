import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../src/core/meeting.ts';
import { findOccurrence, nextOccurrence, occurrenceOf } from '../../src/core/occurrence.ts';
import { decoded } from '../support/decoded.ts';
import { second, timed } from '../support/units.ts';

const WEEK = 7 * 24 * 60 * 60;
const DAY = WEEK / 7;
const BASE = decoded();
const at = (start: number, changed: Partial<Meeting> = {}): Meeting => ({
  ...BASE,
  recurring: true,
  status: 'created',
  start: second(start),
  end: second(start + 3600),
  ...changed,
});
const [first, middle, last] = [at(WEEK), at(2 * WEEK), at(3 * WEEK)];
const followed = occurrenceOf(middle, [last, middle, first]);
const found = (meeting: Meeting) => ({ kind: 'found', meeting });

describe('an occurrence of a series', () => {
  test('is the one with the same start, whatever else changed', () => {
    const renamed = { ...middle, title: 'Other' };
    expect(findOccurrence([first, renamed, last], followed)).toEqual(found(renamed));
  });

  test('was moved to the nearest start between its former neighbours', () => {
    const moved = at(2 * WEEK + DAY);
    expect(findOccurrence([first, moved, last], followed)).toEqual(found(moved));
  });

  test('moves with the whole series', () => {
    const [one, other, third] = [at(WEEK + DAY), at(2 * WEEK + DAY), at(3 * WEEK + DAY)];
    expect(findOccurrence([one, other, third], followed)).toEqual(found(other));
  });

  test('is missing where the series goes on without it', () => {
    expect(findOccurrence([first, last], followed)).toEqual({ kind: 'missing', series: first });
    expect(findOccurrence([last], followed)).toEqual({ kind: 'missing', series: last });
  });

  test('has a next one, which is not cancelled', () => {
    expect(nextOccurrence([last, first, middle], timed(first).start)).toBe(middle);
    expect(nextOccurrence([first, { ...middle, status: 'cancelled' }, last], timed(first).start)).toBe(last);
    expect(nextOccurrence([first], timed(first).start)).toBeUndefined();
  });
});

test('a meeting of one occurrence is always itself, however far it moved', () => {
  const single = at(WEEK, { recurring: false });
  const moved = at(9 * WEEK, { recurring: false });
  expect(findOccurrence([moved], occurrenceOf(single, [single]))).toEqual(found(moved));
});
