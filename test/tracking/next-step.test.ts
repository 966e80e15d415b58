import { describe, expect, test } from 'vitest';
import type { FoundMeeting } from '../../src/conference/lookup.ts';
import { NO_REPORT } from '../../src/conference/vendor.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { occurrenceOf } from '../../src/core/occurrence.ts';
import type { Reminder } from '../../src/core/reminder.ts';
import { nextStep } from '../../src/tracking/reminders/next-step.ts';
import { decoded } from '../support/decoded.ts';
import { personOf } from '../support/person.ts';
import { second, timed } from '../support/units.ts';

const START = 1_924_911_000;
const DAY = 24 * 60 * 60;

const meetingAt = (startTime: number, more: Readonly<Record<string, unknown>> = {}): Meeting =>
  decoded({ eventId: 649128, startTime, endTime: startTime + 3600, status: 1, ...more });

function found(
  occurrences: readonly [Meeting, ...Meeting[]],
  more: Partial<FoundMeeting> = {},
): FoundMeeting {
  const [meeting] = occurrences;
  return {
    kind: 'found',
    meeting,
    occurrences,
    asOf: second(START - DAY),
    freshness: 'fresh',
    rights: 'current',
    ...more,
  };
}

const SERIES: readonly [Meeting, ...Meeting[]] = [
  meetingAt(START, { calType: 'M' }),
  meetingAt(START + 7 * DAY, { calType: 'M' }),
  meetingAt(START + 14 * DAY, { calType: 'M' }),
];

function reminderOf(meeting: Meeting, series: readonly Meeting[] = [meeting]): Reminder {
  const { end, zone } = meeting;
  return {
    person: personOf('T1', 'U1'),
    minutes: 10,
    setAt: 1,
    at: occurrenceOf(timed(meeting), series),
    end,
    zone,
    missingSince: undefined,
    seenWith: 'deployment',
  };
}

const reminder = reminderOf(meetingAt(START));
const step = (lookup: Parameters<typeof nextStep>[1], now: number, of = reminder) =>
  nextStep(of, lookup, second(now), { askedWith: 'deployment', everySeconds: undefined });

describe('a reminder ten minutes before', () => {
  test.each([
    [3 * DAY, 6 * 60 * 60],
    [2 * 60 * 60, 30 * 60],
    [50 * 60, 5 * 60],
    [12 * 60, 2 * 60],
  ])('whose meeting starts in %i seconds looks again after %i', (before, after) => {
    const now = START - before;
    expect(step(found([meetingAt(START)]), now)).toMatchObject({ kind: 'wait', until: now + after });
  });

  test.each([600, 599, 0, -3599])('is sent %i seconds before the start', (before) => {
    expect(step(found([meetingAt(START)]), START - before).kind).toBe('remind');
  });

  test('is dropped at the end of its meeting', () => {
    expect(step(found([meetingAt(START)]), START + 3600).kind).toBe('drop');
    expect(step(found([meetingAt(START, { status: 4 })]), START - 60).kind).toBe('drop');
  });

  test('of a cancelled meeting says so before its start, and nothing after', () => {
    const lookup = found([meetingAt(START, { status: 0 })]);
    expect(step(lookup, START - DAY).kind).toBe('call-off');
    expect(step(lookup, START + 1).kind).toBe('drop');
  });

  test('is not moved by a copy that is older than what was seen', () => {
    const stale = found([meetingAt(START - DAY)], { freshness: 'stale', rights: 'fallback' });
    expect(step(stale, START - 2 * DAY)).toMatchObject({ kind: 'wait', reminder });
  });

  test('of a meeting that the vendor does not know says so a minute later, before the start, and nothing after', () => {
    const unknown = { kind: 'not-found', reference: 'event' } as const;
    const now = START - DAY;
    const missed = { ...reminder, missingSince: second(now) };
    expect(step(unknown, now)).toEqual({ kind: 'wait', until: now + 60, reminder: missed });
    expect(step(unknown, now + 59, missed)).toEqual({ kind: 'wait', until: now + 60, reminder: missed });
    expect(step(unknown, now + 60, missed).kind).toBe('call-off-gone');
    expect(step(unknown, START, missed).kind).toBe('drop');
    expect(step(found([meetingAt(START)]), now + 60, missed)).toMatchObject({ kind: 'wait', reminder });
  });

  test('waits two minutes for a vendor that does not answer, then comes without its meeting, until the end', () => {
    const failed = { kind: 'timeout', report: NO_REPORT } as const;
    expect(step(failed, START - 601)).toMatchObject({ kind: 'wait', until: START - 600 });
    expect(step(failed, START - 600)).toMatchObject({ kind: 'wait', until: START - 570 });
    expect(step(failed, START - 480).kind).toBe('remind-without');
    expect(step(failed, START + 3600).kind).toBe('drop');
  });
});

describe('a reminder of the second of three occurrences', () => {
  const [first, middle, last] = SERIES;
  if (middle === undefined || last === undefined) throw new Error('There are three.');
  const ofMiddle = reminderOf(middle, SERIES);
  const now = START + 8 * 60 * 60;

  test('waits for it while another one is the current one', () => {
    expect(step(found(SERIES), START - 60, ofMiddle).kind).toBe('wait');
  });

  test('follows it within its week', () => {
    const moved = meetingAt(START + 8 * DAY, { calType: 'M' });
    expect(step(found([first, moved, last]), now, ofMiddle)).toMatchObject({
      kind: 'wait',
      reminder: { at: { start: START + 8 * DAY } },
    });
  });

  test('says that it was called off once the series goes on without it', () => {
    const done = step(found([first, last]), now, ofMiddle);
    expect(done).toMatchObject({
      kind: 'call-off',
      found: { meeting: { start: START + 7 * DAY, status: 'cancelled' } },
    });
  });
});
