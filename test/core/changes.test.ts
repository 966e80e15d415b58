import { describe, expect, test } from 'vitest';
import {
  type Change,
  changesBetween,
  goneMeeting,
  type TrackedMeeting,
  trackedMeeting,
} from '../../src/core/changes.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { decoded } from '../support/decoded.ts';
import { second, zoneOf } from '../support/units.ts';

const START = 1_924_830_000;
const END = START + 3600;
const before = second(START - 60);
const during = second(START + 60);
const after = second(END);
const meeting: Meeting = {
  ...decoded(),
  status: 'created',
  start: second(START),
  end: second(END),
  zone: zoneOf('Asia/Shanghai'),
};
const at = (now = before, changed: Partial<Meeting> = {}, runs = false): TrackedMeeting =>
  trackedMeeting({ ...meeting, ...changed }, now, runs ? { running: { attendeeCount: 2 } } : {});
const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind);
const room = {
  name: 'Blue',
  approval: 'waiting',
  venue: 'room',
  city: undefined,
  location: undefined,
  floor: undefined,
  devices: [],
} as const;

describe('between two states of a meeting', () => {
  test('nothing happened where nothing that a card follows differs', () => {
    expect(changesBetween(at(), at(before, { labels: ['new'] }))).toEqual([]);
  });

  test('a meeting has started, and ended, by the clock', () => {
    expect(kinds(changesBetween(at(), at(during)))).toEqual(['started']);
    expect(kinds(changesBetween(at(during), at(after)))).toEqual(['ended']);
  });

  test('a meeting that is gone did nothing else, and was not called off once its time was over', () => {
    const last = at(before, { title: 'Town hall' });
    expect(changesBetween(at(), goneMeeting(last, before))).toEqual([{ kind: 'gone' }]);
    expect(changesBetween(goneMeeting(last, before), goneMeeting(last, during))).toEqual([]);
    expect(kinds(changesBetween(at(during), goneMeeting(at(during), after)))).toEqual(['ended']);
    const cancelled = at(before, { status: 'cancelled' });
    expect(changesBetween(cancelled, goneMeeting(cancelled, before))).toEqual([]);
  });

  test('a meeting that runs over its end has not ended while the vendor says so', () => {
    expect(changesBetween(at(during), at(after, {}, true))).toEqual([]);
    expect(kinds(changesBetween(at(after, {}, true), at(after)))).toEqual(['ended']);
  });

  test('a meeting that the vendor ended does not run', () => {
    expect(kinds(changesBetween(at(during), at(during, { status: 'ended' }, true)))).toEqual(['ended']);
  });

  test('a meeting that ended early did not move, although its end did', () => {
    const ended = at(during, { status: 'ended', end: during });
    expect(kinds(changesBetween(at(during), ended))).toEqual(['ended']);
  });

  test('a meeting moved by its start, its end or its zone, and both times are told', () => {
    const later = second(START + 600);
    expect(changesBetween(at(), at(before, { start: later }))).toEqual([
      {
        kind: 'moved',
        from: { start: meeting.start, end: meeting.end, zone: meeting.zone },
        to: { start: later, end: meeting.end, zone: meeting.zone },
      },
    ]);
    expect(kinds(changesBetween(at(), at(before, { end: second(END + 60) })))).toEqual(['moved']);
    expect(kinds(changesBetween(at(), at(before, { zone: zoneOf('Asia/Tokyo') })))).toEqual(['moved']);
  });

  test('a meeting that was cancelled did nothing else, and once', () => {
    const cancelled = at(before, { status: 'cancelled', title: 'Other', start: second(START + 60) });
    expect(kinds(changesBetween(at(), cancelled))).toEqual(['cancelled']);
    expect(changesBetween(cancelled, cancelled)).toEqual([]);
  });

  test('each other field has a change of its own', () => {
    const other = at(before, { title: 'Other', hostName: 'Li', attendeeLink: undefined, rooms: [room] });
    expect(kinds(changesBetween(at(), other))).toEqual(['venue', 'title', 'host', 'join-link']);
  });

  test('the approval of a room is a change of venue, and the order of rooms is not', () => {
    const red = { ...room, name: 'Red' };
    const one = at(before, { rooms: [room, red] });
    expect(changesBetween(one, at(before, { rooms: [red, room] }))).toEqual([]);
    const approved = at(before, { rooms: [{ ...room, approval: 'approved' }, red] });
    expect(kinds(changesBetween(one, approved))).toEqual(['venue']);
  });
});
