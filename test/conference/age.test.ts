import { expect, test } from 'vitest';
import { ageOf } from '../../src/conference/age.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const HOUR = 3600;
const AT = 2_000_000_000;
const lives = { freshSeconds: undefined, keepSeconds: 24 * HOUR };

const copyOf = (startsIn: number, status = 1) =>
  ({
    kind: 'found',
    at: second(AT),
    occurrences: [decoded({ startTime: AT + startsIn, endTime: AT + startsIn + 100 * HOUR, status })],
  }) as const;
const live = copyOf(-HOUR);
const upcoming = copyOf(50 * HOUR);
const ended = copyOf(-HOUR, 4);

test.each([
  ['live', live, 29, 'fresh'],
  ['live', live, 30, 'grace'],
  ['live', live, 89, 'grace'],
  ['live', live, 90, 'old'],
  ['upcoming', upcoming, 299, 'fresh'],
  ['upcoming', upcoming, 300, 'grace'],
  ['upcoming', upcoming, 900, 'old'],
  ['ended', ended, 6 * HOUR, 'grace'],
  ['ended', ended, 18 * HOUR, 'old'],
  ['ended', ended, 24 * HOUR, 'gone'],
] as const)('a copy of a meeting that is %s, %#: after %s', (_phase, copy, seconds, age) => {
  expect(ageOf(copy, second(AT + seconds), lives, undefined)).toBe(age);
});

test('whoever names an age is given nothing older, and no grace', () => {
  expect(ageOf(live, second(AT + 4), lives, 5)).toBe('fresh');
  expect(ageOf(live, second(AT + 5), lives, 5)).toBe('old');
});

test.each([
  ['live', 30, live],
  ['upcoming', 300, upcoming],
  ['ended', 300, ended],
] as const)(
  'a copy of a meeting that is %s proves rights for %i seconds, and has no grace for that',
  (_phase, seconds, copy) => {
    expect(ageOf(copy, second(AT + seconds - 1), lives, 'rights')).toBe('fresh');
    expect(ageOf(copy, second(AT + seconds), lives, 'rights')).toBe('old');
  },
);

test('CACHE_FRESH_SECONDS shortens the time for which a copy proves rights, and never makes it longer', () => {
  const proves = (freshSeconds: number, seconds: number) =>
    ageOf(upcoming, second(AT + seconds), { ...lives, freshSeconds }, 'rights');
  expect([proves(10, 9), proves(10, 10), proves(HOUR, 299), proves(HOUR, 300)]).toEqual([
    'fresh',
    'old',
    'fresh',
    'old',
  ]);
});

test('a copy that was withdrawn is asked for anew from the first second, and stands in as long as it would have', () => {
  const withdrawn = { ...ended, kind: 'withdrawn', at: second(AT + HOUR), asOf: second(AT) } as const;
  expect(ageOf(withdrawn, second(AT + HOUR), lives, undefined)).toBe('old');
  expect(ageOf(withdrawn, second(AT + 24 * HOUR), lives, undefined)).toBe('gone');
});

test('CACHE_FRESH_SECONDS stands for every phase, and twice as long again is granted, as the phase allows', () => {
  const fixed = { ...lives, freshSeconds: 10 };
  const ages = [9, 10, 29, 30].map((seconds) => ageOf(upcoming, second(AT + seconds), fixed, undefined));
  expect(ages).toEqual(['fresh', 'grace', 'grace', 'old']);
  const long = { ...lives, freshSeconds: HOUR };
  expect(ageOf(live, second(AT + HOUR + 59), long, undefined)).toBe('grace');
  expect(ageOf(live, second(AT + HOUR + 60), long, undefined)).toBe('old');
  expect(ageOf(ended, second(AT), { ...lives, freshSeconds: 0 }, undefined)).toBe('old');
});

test('"not found" is believed for half a minute, and stands in for nothing', () => {
  const missing = { kind: 'not-found', at: second(AT) } as const;
  expect(ageOf(missing, second(AT + 29), lives, undefined)).toBe('fresh');
  expect(ageOf(missing, second(AT + 30), lives, undefined)).toBe('gone');
});
