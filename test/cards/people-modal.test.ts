import { expect, test } from 'vitest';
import { peopleModal } from '../../src/cards/people-modal.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { peopleOf, seesWhoIsIn } from '../../src/core/view-fields.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { decoded } from '../support/decoded.ts';
import { shownIn } from '../support/reading.ts';

const meeting = decoded();
const people = Array.from({ length: 30 }, () => peopleOf(meeting)).flat();
const { eventId, title } = meeting;

const sees = (viewer: Viewer): boolean => seesWhoIsIn(viewFor(meeting, viewer, PRIVATE));

function proven(digits: string): Viewer {
  const userId = vendorUserId(digits);
  return userId === undefined
    ? { kind: 'unproven', reason: 'no-email' }
    : { kind: 'proven', userId, name: undefined };
}

test('who is in the meeting is told to people on its list, and to nobody else', () => {
  const [invited] = meeting.invitees.flatMap(({ userId }) => userId ?? []);
  expect(sees(proven(invited ?? ''))).toBe(true);
  expect(sees(proven('99'))).toBe(false);
  expect(sees({ kind: 'unproven', reason: 'no-email' })).toBe(false);
});

test('People names those who are in the meeting, on its first page, as text', () => {
  const [first, second] = [1, 2].map((page) =>
    shownIn(peopleModal(title, people, { eventId, page }, en, ['韩梅梅', 'Jim *Green*', ''])),
  );
  expect(first).toContain(
    ':large_green_circle: *In the meeting now (3)*\n韩梅梅, Jim ∗Green∗, Name unknown\n',
  );
  expect(second).not.toContain('In the meeting now');
});

test('People counts those for whom there is no room', () => {
  const modal = peopleModal(title, people, { eventId, page: 1 }, en, Array<string>(300).fill('Li Lei'));
  expect(shownIn(modal)).toContain('*In the meeting now (300)*');
  expect(shownIn(modal)).toMatch(/Li Lei, and 260 more\n/);
});

test('People says it in Chinese with Chinese words', () => {
  const modal = peopleModal(title, people, { eventId, page: 1 }, zh, ['李雷']);
  expect(shownIn(modal)).toContain('*当前在会（1人）*\n李雷\n');
});

test('People has no heading where nobody is in the meeting', () => {
  expect(shownIn(peopleModal(title, people, { eventId, page: 1 }, en, []))).not.toContain('In the meeting');
});
