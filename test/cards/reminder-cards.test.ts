import { describe, expect, test } from 'vitest';
import { withInner } from '../../sandbox/block-kit/block-list.ts';
import { violationsOfMessage } from '../../sandbox/block-kit/message.ts';
import { fieldsAt, listAt } from '../../sandbox/slack/fields.ts';
import { homeView, type ListedReminder } from '../../src/cards/home-view.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { calledOffCard, reminderSetCard } from '../../src/cards/reminder-cards.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { byDay } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { decoded } from '../support/decoded.ts';
import { buttonsIn, shownIn, spokenIn } from '../support/reading.ts';
import { second } from '../support/units.ts';

const START = 1_924_914_600;
const meeting = decoded({ startTime: START, endTime: START + 3600, status: 1 });
const userId = vendorUserId('88893351');
if (userId === undefined) throw new Error('It is a user id.');
const view = viewFor(meeting, { kind: 'proven', userId, name: undefined }, PRIVATE);

function reminder(now: number) {
  const asOf = second(now);
  const card = meetingCard(view, {
    words: en,
    now: asOf,
    asOf,
    stale: false,
    surface: { kind: 'reminder' },
    menu: MENU_OPTIONS,
  });
  expect(violationsOfMessage({ ...card })).toEqual([]);
  return card;
}
const idsIn = (card: object): unknown[] => buttonsIn(card).map(({ action_id }) => action_id);

describe('a reminder', () => {
  test('says first when the meeting starts, and is read out the same way', () => {
    const card = reminder(START - 600);
    expect(shownIn(card)).toContain(':calendar: *Starts in 10 minutes* · video meeting');
    expect(spokenIn(card)).toMatch(/^季度评审 · Quarterly review: Starts in 10 minutes\. Tue, Dec 31, 2030/);
  });

  test('has Join before all else, in the person’s own view', () => {
    const card = reminder(START - 600);
    expect(card.blocks.map(({ type }) => type).slice(0, 4)).toEqual([
      'header',
      'context',
      'actions',
      'section',
    ]);
    expect(idsIn(card)[0]).toBe('meeting_join_host');
    expect(card.blocks.filter(({ type }) => type === 'actions')).toHaveLength(1);
  });

  test('has no button that would show the card to others or render it anew as a shared one', () => {
    expect(idsIn(reminder(START - 600))).toEqual([
      'meeting_join_host',
      'meeting_join_browser',
      'meeting_access',
    ]);
  });

  test('that comes late says that the meeting is live', () => {
    expect(shownIn(reminder(START + 60))).toContain('*Live now* · ends in 59 min');
  });
});

describe('what is said in place of a reminder', () => {
  test('is that the meeting was called off, with its time struck through and without Join', () => {
    const card = calledOffCard({ ...view, status: 'cancelled' }, en, 'both');
    const shown = shownIn(card);
    expect(shown).toContain(':no_entry_sign: *This meeting was called off* · 季度评审 · Quarterly review');
    expect(shown).toContain('~Tue, Dec 31, 2030 *10:30 – 11:30*~ Shanghai (GMT+8)');
    expect(shown).toContain('You asked to be reminded of this meeting.');
    expect(card.text).toMatch(/^This meeting was called off: 季度评审/);
    expect(idsIn(card)).toEqual([]);
  });
});

test('the answer to Remind me says when, and can be undone', () => {
  const card = reminderSetCard({ title: meeting.title, id: 'one', minutes: 60 }, en);
  expect(shownIn(card)).toContain('You will be reminded 1 hour before the meeting starts.');
  expect(buttonsIn(card).map(({ action_id, value }) => [action_id, value])).toEqual([
    ['meeting_remind_undo', 'one'],
  ]);
});

describe('the Home tab', () => {
  const home = (reminders: readonly ListedReminder[], menu: typeof MENU_OPTIONS | undefined = undefined) =>
    homeView(
      {
        recents: [],
        agenda: { kind: 'days', days: byDay([view, { ...view, start: second(START + 60) }], view.zone) },
        zone: view.zone,
        now: second(START - 7200),
        reminders,
        ...(menu === undefined ? {} : { menu }),
      },
      en,
    );
  const listed = (id: string, start: number): ListedReminder => ({
    id,
    title: `Meeting ${id}`,
    start: second(start),
    minutes: 30,
  });

  test('lists the reminders, soonest first, each with Undo', () => {
    const { blocks } = home([listed('later', START + 60), listed('sooner', START)]);
    const ids = blocks
      .map((block) => fieldsAt({ ...block }, 'accessory'))
      .filter((accessory) => accessory?.action_id === 'meeting_remind_undo')
      .map((accessory) => accessory?.value);
    expect(ids).toEqual(['sooner', 'later']);
    const shown = shownIn({ blocks });
    expect(shown).toContain('Your reminders\n*Meeting sooner* · <!date^1924914600^');
    expect(shown).toContain('\n30 minutes before');
  });

  test('has no heading for reminders without any', () => {
    expect(shownIn({ blocks: home([]).blocks })).not.toContain(en.yourReminders);
  });

  test('counts the reminders for which there is no room', () => {
    const { blocks } = home(Array.from({ length: 25 }, (_, nth) => listed(String(nth), START + nth)));
    expect(shownIn({ blocks })).toContain('and 5 more');
  });

  test('offers reminders beside the details of each coming meeting', () => {
    const rows = withInner(home([], MENU_OPTIONS).blocks.map((block) => ({ ...block }))).map((block) =>
      listAt(block, 'elements'),
    );
    const ids = rows.map((row) => row.map(({ action_id }) => action_id));
    expect(ids.filter(([first]) => first === 'meeting_details')).toEqual([
      ['meeting_details', 'meeting_more'],
      ['meeting_details', 'meeting_more'],
    ]);
  });
});
