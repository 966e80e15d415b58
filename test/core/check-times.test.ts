import { describe, expect, test } from 'vitest';
import type { TrackedMeeting } from '../../src/core/changes.ts';
import { type CheckTimesOptions, checkOffset, nextCheck } from '../../src/core/check-times.ts';
import { second, tenantOf, zoneOf } from '../support/units.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = 1_924_830_000;
const END = START + HOUR;

const meeting = (changed: Partial<TrackedMeeting> = {}): TrackedMeeting => ({
  start: second(START),
  end: second(END),
  zone: zoneOf('Asia/Shanghai'),
  phase: 'upcoming',
  title: '',
  confidential: false,
  hostName: undefined,
  joinLink: undefined,
  rooms: [],
  ...changed,
});

/** Seconds from now until the next check; undefined: it is tracked no more. */
function wait(now: number, of: TrackedMeeting = meeting(), options: Partial<CheckTimesOptions> = {}) {
  const since = second(START - 20 * DAY);
  const next = nextCheck(of, second(now), {
    since,
    endedAt: undefined,
    everySeconds: undefined,
    offset: 0,
    ...options,
  });
  return next && next - now;
}
const ended = meeting({ phase: 'ended' });

describe('a meeting is asked about', () => {
  test.each([
    ['every six hours', START - 3 * DAY, 6 * HOUR],
    ['a day before its start, where six hours would pass it', START - DAY - HOUR, HOUR],
    ['every thirty minutes within a day before it', START - DAY, 30 * MINUTE],
    ['an hour before its start, where thirty minutes would pass it', START - HOUR - MINUTE, MINUTE],
    ['every five minutes within an hour before it', START - HOUR, 5 * MINUTE],
    ['ten minutes before its start', START - 13 * MINUTE, 3 * MINUTE],
    ['at its start', START - 2 * MINUTE, 2 * MINUTE],
    ['every five minutes while it is live', START, 5 * MINUTE],
    ['at its end', END - MINUTE, MINUTE],
  ])('%s', (_when, now, seconds) => {
    expect(wait(now)).toBe(seconds);
  });

  test('as often as the deployment says, and at start and end all the same', () => {
    expect(wait(START - 3 * DAY, meeting(), { everySeconds: 1 })).toBe(1);
    expect(wait(START - MINUTE, meeting(), { everySeconds: DAY })).toBe(MINUTE);
  });
});

describe('the checks every five minutes', () => {
  const SOME_SECONDS = [0, 1, 17, 150, 299];

  test('of all meetings of a tenant come in the same second, so that one list of live meetings stands for all', () => {
    const offset = 77;
    for (const later of SOME_SECONDS) {
      const now = START + 10 * MINUTE + later;
      const next = now + (wait(now, meeting({ phase: 'live' }), { offset }) ?? 0);
      expect((next - offset) % (5 * MINUTE)).toBe(0);
    }
  });

  test('are never more than five minutes apart', () => {
    for (const later of SOME_SECONDS) {
      const seconds = wait(START + 10 * MINUTE + later, meeting(), { offset: 77 });
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(5 * MINUTE);
    }
  });

  test('come at other seconds for other tenants, so that those of many are spread over the five minutes', () => {
    const offsets = Array.from({ length: 1000 }, (_, nth) => checkOffset(tenantOf(`T0${nth}`)));
    const byMinute = [0, 1, 2, 3, 4].map(
      (minute) => offsets.filter((offset) => Math.floor(offset / MINUTE) === minute).length,
    );
    expect(Math.min(...byMinute)).toBeGreaterThan(150);
    expect(Math.max(...byMinute)).toBeLessThan(250);
  });
});

describe('a meeting is tracked', () => {
  test('until an hour after its end, and asked about once more then', () => {
    expect(wait(END + HOUR - MINUTE, ended)).toBe(MINUTE);
    expect(wait(END + HOUR, ended)).toBeUndefined();
  });

  test('until an hour after it was seen to end, early or late', () => {
    const endedAt = second(START + 10 * MINUTE);
    expect(wait(endedAt + HOUR, ended, { endedAt })).toBeUndefined();
    expect(wait(END + HOUR, ended, { endedAt: second(END + 30 * MINUTE) })).toBe(5 * MINUTE);
  });

  test('beyond its end while the vendor says that it runs', () => {
    expect(wait(END + 5 * HOUR, meeting({ phase: 'live' }))).toBe(5 * MINUTE);
  });

  test('until an hour after a day where its end is not known', () => {
    const endless = meeting({ end: undefined, phase: 'ended' });
    expect(wait(START + DAY + HOUR - 1, endless)).toBe(1);
    expect(wait(START + DAY + HOUR, endless)).toBeUndefined();
  });

  test('for thirty days at most', () => {
    const far = meeting({ start: second(START + 60 * DAY), end: undefined });
    const since = second(START);
    expect(wait(START + 30 * DAY - MINUTE, far, { since })).toBe(MINUTE);
    expect(wait(START + 30 * DAY, far, { since })).toBeUndefined();
  });
});
