import { expect, test } from 'vitest';
import { meetingChanges } from '../../demo/page/server/meeting-changes.ts';
import type { MeetingChange } from '../../demo/page/snapshot.ts';
import { meetingBook } from '../../sandbox/conference/meeting-book.ts';
import { putSamples } from '../../sandbox/conference/meetings.ts';

const NOW = Date.UTC(2030, 11, 30, 2);
const HOUR = 3600;

function opened() {
  const meetings = meetingBook();
  putSamples(meetings, NOW);
  const changes = meetingChanges({ meetings }, () => NOW);
  const change = (eventId: number, what: MeetingChange) => changes.change(String(eventId), what);
  const times = (eventId: number): unknown[] => meetings.byEventId(eventId).map(({ startTime }) => startTime);
  const status = (eventId: number): unknown[] => meetings.byEventId(eventId).map((meeting) => meeting.status);
  return { meetings, changes, change, times, status };
}

test('the page offers meetings by number and title', () => {
  expect(opened().changes.offered()).toContainEqual({
    eventId: '700001',
    title: '季度评审 · Quarterly review',
  });
});

test('a meeting is moved by an hour, cancelled, and made as it was', () => {
  const { change, times, status } = opened();
  const [start] = times(700_002);
  change(700_002, 'move');
  expect(times(700_002)).toEqual([Number(start) + HOUR]);
  change(700_002, 'cancel');
  expect(status(700_002)).toEqual([0]);
  change(700_002, 'undo');
  expect([times(700_002), status(700_002)]).toEqual([[start], [1]]);
});

test('of a recurring meeting only the first occurrence that is not over is changed', () => {
  const { change, times } = opened();
  const [last, next, other] = times(700_006);
  change(700_006, 'move');
  expect(times(700_006)).toEqual([last, Number(next) + HOUR, other]);
});

test('a meeting that is started runs until it is ended', () => {
  const { meetings, change, status } = opened();
  const live = () => JSON.stringify(meetings.live.meetingsOf({ page: 1, count: 20 }, () => ({ eventId: 1 })));
  change(700_012, 'start');
  expect(live()).toContain('"attendeeCnt":3');
  change(700_012, 'end');
  expect(live()).toContain('"confList":[]');
  expect(status(700_012)).toEqual([4]);
});

test('a meeting that is not there is not changed', () => {
  expect(opened().change(1, 'move')).toBe('There is no meeting 1.');
});
