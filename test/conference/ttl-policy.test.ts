import { expect, test } from 'vitest';
import { ageOf, freshSeconds } from '../../src/conference/ttl-policy.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const HOUR = 3600;
const AT = 2_000_000_000;
const ttl = { freshSeconds: undefined, keepSeconds: 24 * HOUR };

const scheduled = (start: number, status: 'created' | 'ended' | 'cancelled' = 'created') => ({
  status,
  start: second(AT + start),
  end: second(AT + start + HOUR),
});

test.each([
  ['live', scheduled(-10), 30],
  ['beginning now', scheduled(0), 30],
  ['15 minutes ahead', scheduled(900), 30],
  ['15 minutes and a second ahead', scheduled(901), 300],
  ['a year ahead', scheduled(31_536_000), 300],
  ['over', scheduled(-HOUR), 21_600],
  ['ended early', scheduled(-10, 'ended'), 21_600],
  ['cancelled, though about to begin', scheduled(10, 'cancelled'), 7200],
])('an answer about a meeting that is %s is fresh for %o', (_when, meeting, seconds) => {
  expect(freshSeconds(meeting, second(AT), undefined)).toBe(seconds);
  expect(freshSeconds(meeting, second(AT), 0)).toBe(0);
  expect(freshSeconds(meeting, second(AT), 99)).toBe(99);
});

const answerOf = (startsIn: number, status = 1) =>
  ({
    kind: 'found',
    at: second(AT),
    occurrences: [decoded({ startTime: AT + startsIn, endTime: AT + startsIn + 100 * HOUR, status })],
  }) as const;
const live = answerOf(-HOUR);
const upcoming = answerOf(50 * HOUR);
const ended = answerOf(-HOUR, 4);

test.each([
  ['live', live, 29, 'fresh'],
  ['live', live, 30, 'revalidating'],
  ['live', live, 89, 'revalidating'],
  ['live', live, 90, 'stale'],
  ['upcoming', upcoming, 299, 'fresh'],
  ['upcoming', upcoming, 300, 'revalidating'],
  ['upcoming', upcoming, 900, 'stale'],
  ['ended', ended, 6 * HOUR, 'revalidating'],
  ['ended', ended, 18 * HOUR, 'stale'],
  ['ended', ended, 24 * HOUR, 'expired'],
] as const)(
  'the age of an answer about a meeting that is %s, %#: after %s',
  (_phase, answer, seconds, age) => {
    expect(ageOf(answer, second(AT + seconds), ttl, undefined)).toBe(age);
  },
);

test('with a maximum age an older answer is stale, and never revalidating', () => {
  expect(ageOf(live, second(AT + 4), ttl, 5)).toBe('fresh');
  expect(ageOf(live, second(AT + 5), ttl, 5)).toBe('stale');
});

test.each([
  ['live', 30, live],
  ['upcoming', 300, upcoming],
  ['ended', 300, ended],
] as const)(
  'an answer about a meeting that is %s proves rights for %i seconds, and is then stale',
  (_phase, seconds, answer) => {
    expect(ageOf(answer, second(AT + seconds - 1), ttl, 'rights')).toBe('fresh');
    expect(ageOf(answer, second(AT + seconds), ttl, 'rights')).toBe('stale');
  },
);

test('CACHE_FRESH_SECONDS shortens the time for which an answer proves rights, and never makes it longer', () => {
  const proves = (fixed: number, seconds: number) =>
    ageOf(upcoming, second(AT + seconds), { ...ttl, freshSeconds: fixed }, 'rights');
  expect([proves(10, 9), proves(10, 10), proves(HOUR, 299), proves(HOUR, 300)]).toEqual([
    'fresh',
    'stale',
    'fresh',
    'stale',
  ]);
});

test('a withdrawn answer is stale from the first second, and expires when it would have expired anyway', () => {
  const withdrawn = { ...ended, kind: 'withdrawn', at: second(AT + HOUR), asOf: second(AT) } as const;
  expect(ageOf(withdrawn, second(AT + HOUR), ttl, undefined)).toBe('stale');
  expect(ageOf(withdrawn, second(AT + 24 * HOUR), ttl, undefined)).toBe('expired');
});

test('CACHE_FRESH_SECONDS holds for every phase, with twice as long revalidating, as far as the phase allows', () => {
  const fixed = { ...ttl, freshSeconds: 10 };
  const ages = [9, 10, 29, 30].map((seconds) => ageOf(upcoming, second(AT + seconds), fixed, undefined));
  expect(ages).toEqual(['fresh', 'revalidating', 'revalidating', 'stale']);
  const long = { ...ttl, freshSeconds: HOUR };
  expect(ageOf(live, second(AT + HOUR + 59), long, undefined)).toBe('revalidating');
  expect(ageOf(live, second(AT + HOUR + 60), long, undefined)).toBe('stale');
  expect(ageOf(ended, second(AT), { ...ttl, freshSeconds: 0 }, undefined)).toBe('stale');
});

test('"not found" is fresh for half a minute, and then expired', () => {
  const missing = { kind: 'not-found', at: second(AT) } as const;
  expect(ageOf(missing, second(AT + 29), ttl, undefined)).toBe('fresh');
  expect(ageOf(missing, second(AT + 30), ttl, undefined)).toBe('expired');
});
