import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/calendar/file.ts';
import { en } from '../../src/cards/words/en.ts';
import { viewFor } from '../../src/core/audience.ts';
import { host, invited } from '../support/conference/samples/people.ts';
import type { WireMeeting } from '../support/conference/wire.ts';
import { decoded } from '../support/decoded.ts';
import { icsLines, icsValue } from '../support/ics.ts';
import { second } from '../support/units.ts';

const NOW = second(1_924_900_000);
const fileOf = (overrides: WireMeeting = {}) => {
  const shared = { kind: 'shared', showsAttendeePassword: false } as const;
  return calendarFile(
    viewFor(decoded(overrides), { kind: 'unproven', reason: 'not-asked' }, shared),
    en,
    NOW,
  );
};
const content = (overrides: WireMeeting = {}): string => fileOf(overrides).content;

describe('a calendar file', () => {
  test('is one event in one calendar, in CRLF lines of at most 75 octets', () => {
    const lines = icsLines(content({ title: '季度评审'.repeat(40) }));
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContain('VERSION:2.0');
    expect(lines.find((line) => line.startsWith('PRODID:'))).toBeDefined();
  });

  test('has its times in UTC', () => {
    expect(icsValue(content(), 'DTSTART')).toBe('20301231T013000Z');
    expect(icsValue(content(), 'DTEND')).toBe('20301231T023000Z');
    expect(icsValue(content(), 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
  });

  test('without a known end has none', () => {
    expect(icsValue(content({ endTime: null, length: null }), 'DTEND')).toBeUndefined();
  });

  test('keeps its UID through changes, and raises SEQUENCE with the time of change', () => {
    const later = { modifyTime: 1_924_911_000, title: 'Moved' };
    expect(icsValue(content(later), 'UID')).toBe(icsValue(content(), 'UID'));
    const [before, after] = [content(), content(later)].map((file) => Number(icsValue(file, 'SEQUENCE')));
    expect(after).toBeGreaterThan(before ?? Number.NaN);
    expect(after).toBeLessThan(2 ** 31);
  });

  test('names a day of a recurring meeting by a UID of its own', () => {
    const one = icsValue(content(), 'UID');
    const next = icsValue(content({ startTime: 1_925_515_800, endTime: 1_925_519_400 }), 'UID');
    expect(next).not.toBe(one);
  });

  test('of a cancelled meeting takes it out of the calendar', () => {
    expect(icsValue(content({ status: 0 }), 'STATUS')).toBe('CANCELLED');
    expect(icsValue(content({ status: 0 }), 'METHOD')).toBe('CANCEL');
    expect(icsValue(content(), 'STATUS')).toBe('CONFIRMED');
    expect(icsValue(content(), 'METHOD')).toBe('PUBLISH');
  });

  test('has the attendee link and the rooms', () => {
    expect(icsValue(content(), 'DESCRIPTION')).toContain('https://ntest.qsh1.cn/k/att700001');
    expect(icsValue(content(), 'URL')).toBe('https://ntest.qsh1.cn/k/att700001');
    expect(icsValue(content(), 'LOCATION')).toContain('杏花村 西安 锦业路');
  });

  test('escapes what a title could break out with', () => {
    const file = content({ title: 'A; B, C\\D\r\nATTENDEE:mailto:x@example.com' });
    expect(icsValue(file, 'SUMMARY')).toMatch(/^A\\; B\\, C\\\\D/);
    expect(icsLines(file).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });

  test('holds nothing secret', () => {
    expect(content({ attendList: [invited(host)] })).not.toMatch(
      /20150199000|host700001|x1000|x1001|open-sesame|918273|watch-4471|192\.168|88893351|example\.com/,
    );
  });

  test('is named by the meeting', () => {
    expect(fileOf().name).toBe('meeting-700001.ics');
  });
});
