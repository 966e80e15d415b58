import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { host, invited } from '../../sandbox/conference/samples/people.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import { calendarFile } from '../../src/calendar/file.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { viewFor } from '../../src/core/audience.ts';
import { decoded } from '../support/decoded.ts';
import { icsLines, icsValue } from '../support/ics.ts';
import { second, timed } from '../support/units.ts';

const NOW = second(1_924_900_000);
const fileOf = (overrides: WireMeeting = {}) => {
  const shared = {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: false,
    visibility: 'everyone',
    zone: 'meeting',
  } as const;
  return calendarFile(
    timed(viewFor(decoded(overrides), { kind: 'unproven', reason: 'not-asked' }, shared)),
    en,
    NOW,
  );
};
/** The one event of a file, as a calendar reads it. */
const eventIn = (overrides: WireMeeting = {}) => {
  const [event, ...others] = new ICAL.Component(ICAL.parse(content(overrides))).getAllSubcomponents('vevent');
  if (event === undefined || others.length > 0) throw new Error('It is not one event.');
  return new ICAL.Event(event);
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

  test('ends its last line as it ends the others', () => {
    expect(content().endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
  });

  test('is read by a calendar as what the meeting is', () => {
    const event = eventIn({ title: 'A; B, C\\D "q" 季度' });
    expect(event.summary).toBe('A; B, C\\D "q" 季度');
    expect(event.startDate.toJSDate()).toEqual(new Date(1_924_911_000_000));
    expect(event.endDate.toJSDate()).toEqual(new Date(1_924_914_600_000));
    expect(event.description).toBe('https://ntest.qsh1.cn/k/att700001\nmeeting 700001');
    expect(event.location).toContain('杏花村 西安 锦业路; ');
  });

  test('has neither control characters nor characters that change the direction of writing', () => {
    const turned = `\u202egnp\u0000.exe\u2066\u200f\u061c\u007f\u0085`;
    const file = content({
      title: turned,
      houseList: [{ DeviceId: 1, DeviceName: turned, City: '\u202d西安' }],
    });
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(icsValue(file, 'SUMMARY')).toBe('gnp .exe');
  });

  test('cuts a title between characters, and is well-formed', () => {
    const title = content({ title: `a${'👩🏽‍💻'.repeat(200)}` });
    expect(icsValue(title, 'SUMMARY')).toMatch(/^a(?:👩🏽‍💻)+…$/u);
    expect(icsValue(content({ title: 'a\ud83d b' }), 'SUMMARY')).toBe('a\ufffd b');
  });

  test('has its times in UTC', () => {
    expect(icsValue(content(), 'DTSTART')).toBe('20301231T013000Z');
    expect(icsValue(content(), 'DTEND')).toBe('20301231T023000Z');
  });

  test('says when it was written, and when the meeting was last changed', () => {
    expect(icsValue(content(), 'DTSTAMP')).toBe('20301230T222640Z');
    expect(icsValue(content({ modifyTime: 1_924_800_000 }), 'LAST-MODIFIED')).toBe('20301229T184000Z');
    expect(icsValue(content({ modifyTime: null }), 'LAST-MODIFIED')).toBeUndefined();
  });

  test('without a known end has none', () => {
    expect(icsValue(content({ endTime: null, length: null }), 'DTEND')).toBeUndefined();
  });

  test('has the same UID after changes, and raises SEQUENCE with the time of change', () => {
    const later = { modifyTime: 1_924_911_000, title: 'Moved' };
    expect(icsValue(content(later), 'UID')).toBe(icsValue(content(), 'UID'));
    const [before, after] = [content(), content(later)].map((file) => Number(icsValue(file, 'SEQUENCE')));
    expect(after).toBeGreaterThan(before ?? Number.NaN);
    expect(after).toBeLessThan(2 ** 31);
    const never = content({ CreateTime: 1, modifyTime: 99_000_000_000 });
    expect(icsValue(never, 'SEQUENCE')).toBe(String(2 ** 31 - 1));
  });

  test('of a meeting that is moved to another day has the same UID', () => {
    const single = { calType: 'E' };
    const moved = { ...single, startTime: 1_925_000_000, endTime: 1_925_003_600 };
    expect(eventIn(moved).uid).toBe(eventIn(single).uid);
  });

  test('of an occurrence that is moved within its day has the same UID', () => {
    const evening = { startTime: 1_924_946_000, endTime: 1_924_949_600 };
    expect(eventIn(evening).uid).toBe(eventIn().uid);
  });

  test('names a day of a recurring meeting by a UID of its own', () => {
    const one = icsValue(content(), 'UID');
    const next = icsValue(content({ startTime: 1_925_515_800, endTime: 1_925_519_400 }), 'UID');
    expect(next).not.toBe(one);
  });

  test('of a cancelled meeting says that it is cancelled', () => {
    expect(icsValue(content({ status: 0 }), 'STATUS')).toBe('CANCELLED');
    expect(icsValue(content(), 'STATUS')).toBe('CONFIRMED');
  });

  test.each([0, 1])('of status %i has no METHOD, since it has no ORGANIZER', (status) => {
    const lines = icsLines(content({ status }));
    expect(lines.filter((line) => /^(METHOD|ORGANIZER|ATTENDEE)[:;]/.test(line))).toEqual([]);
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
