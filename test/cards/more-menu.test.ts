import { describe, expect, test } from 'vitest';
import { listAt } from '../../sandbox/slack/fields.ts';
import type { Card } from '../../src/cards/blocks.ts';
import type { CardSurface } from '../../src/cards/card-options.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { type MoreOption, readMoreChoice, writeMoreChoice } from '../../src/cards/more-menu.ts';
import { whenToRemindCard } from '../../src/cards/reminder-cards.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { eventId, webLink } from '../../src/core/ids.ts';
import type { View } from '../../src/core/views.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { addressOf, buttonsIn, labelsIn, shownIn } from '../support/reading.ts';
import { second } from '../support/units.ts';
import { hostViewer } from './silent-meeting.ts';

const START = 1_924_911_000;
const view = viewFor(
  decoded({ eventId: 649128, startTime: START, endTime: START + 3600, status: 1 }),
  nobody,
  PRIVATE,
);

/** The labels and values of the card's menu. */
function menuOf(card: Card): (readonly [unknown, unknown])[] {
  return card.blocks
    .flatMap((block) => listAt({ ...block }, 'elements'))
    .filter(({ type }) => type === 'overflow')
    .flatMap((element) => listAt(element, 'options'))
    .map(({ text, value }) => [JSON.parse(JSON.stringify(text)).text, value]);
}

function menuOn(
  surface: CardSurface,
  { before = 7200, menu = MENU_OPTIONS as readonly MoreOption[], words = en } = {},
): (readonly [unknown, unknown])[] {
  const now = second(START - before);
  return menuOf(meetingCard(view, { words, now, asOf: now, stale: false, surface, menu }));
}
const values = (menu: (readonly [unknown, unknown])[]): unknown[] => menu.map(([, value]) => value);

describe('the menu of a card', () => {
  test('in a channel has what is used less often, and lets it be removed', () => {
    expect(menuOn({ kind: 'shared', sharedBy: 'U0HAN' })).toEqual([
      ['People', `people/649128/${START}`],
      ['Refresh', `refresh/649128/${START}`],
      ['Remove this card', `remove/649128/${START}`],
    ]);
  });

  test('does not offer to remove it where it is not known who shared the card', () => {
    const offered = menuOn({ kind: 'shared', sharedBy: undefined }).map(([label]) => label);
    expect(offered).toEqual(['People', 'Refresh']);
  });

  test.each([{ kind: 'private' }, { kind: 'modal', thread: 'none' }] as const)(
    'of one person is in the order of use (%j)',
    (surface) => {
      expect(menuOn(surface)).toEqual([
        ['People', `people/649128/${START}`],
        ['Add to calendar', `calendar/649128/${START}`],
        ['Remind me…', `remind/649128/${START}`],
        ['Refresh', `refresh/649128/${START}`],
      ]);
    },
  );

  test('opens the calendar file where there is a link to it', () => {
    const now = second(START - 7200);
    const calendarLink = webLink('https://cards.example/calendar?1');
    const options = { words: en, now, asOf: now, stale: false, menu: MENU_OPTIONS, calendarLink };
    const card = meetingCard(view, { ...options, surface: { kind: 'private' } });
    expect(values(menuOf(card))).toContain(`calendar-link/649128/${START}`);
    expect(addressOf(card, 'calendar-link')).toBe('https://cards.example/calendar?1');
  });

  test('offers reminders and a calendar file only while there is time for them', () => {
    const offered = [301, 300, 0].map((before) =>
      menuOn({ kind: 'private' }, { before }).map(([label]) => label),
    );
    expect(offered).toEqual([
      ['People', 'Add to calendar', 'Remind me…', 'Refresh'],
      ['People', 'Add to calendar', 'Refresh'],
      ['People', 'Refresh'],
    ]);
  });

  test('offers nothing that the app cannot do', () => {
    expect(values(menuOn({ kind: 'private' }, { menu: ['remove', 'remind'] }))).toEqual([
      `remind/649128/${START}`,
    ]);
    expect(menuOn({ kind: 'shared', sharedBy: 'U0HAN' }, { menu: [] })).toEqual([]);
  });

  test('of a reminder has the people alone', () => {
    expect(menuOn({ kind: 'reminder' })).toEqual([['People', `people/649128/${START}`]]);
  });

  test('is in Chinese with Chinese words', () => {
    expect(menuOn({ kind: 'private' }, { words: zh }).map(([label]) => label)).toEqual([
      '参会人',
      '添加到日历',
      '提醒我…',
      '刷新',
    ]);
  });
});

describe('the row of a card has four buttons at most:', () => {
  const labelsOn = (surface: CardSurface, shown: View = view): string[] =>
    labelsIn(
      meetingCard(shown, { words: en, now: second(START), asOf: second(START), stale: false, surface }),
    );
  const host = viewFor(decoded({ status: 1, startTime: START, endTime: START + 3600 }), hostViewer, PRIVATE);

  test.each([
    [
      'a private card',
      { kind: 'private' },
      view,
      ['Join', 'Join in browser', 'My access', 'Share to channel'],
    ],
    [
      'a host’s card',
      { kind: 'private' },
      host,
      ['Start as host', 'Join in browser', 'My access', 'Share to channel'],
    ],
    [
      'a modal under a message',
      { kind: 'modal', thread: 'can-post' },
      view,
      ['Join', 'Join in browser', 'My access', 'Post in thread'],
    ],
    [
      'a card in a channel',
      { kind: 'shared', sharedBy: 'U1' },
      view,
      ['Join', 'Join in browser', 'My access'],
    ],
  ] as const)('%s', (_which, surface, shown, labels) => {
    expect(labelsOn(surface, shown)).toEqual(labels);
  });
});

describe('the question behind “Remind me…”', () => {
  const asked = (before: number) =>
    whenToRemindCard({ eventId: view.eventId, start: second(START) }, en, second(START - before));

  test('has a button for each time that still lies ahead', () => {
    const labels = ['5 minutes before', '10 minutes before', '30 minutes before', '1 hour before'];
    const shown = [3601, 3600, 301].map((before) => labelsIn(asked(before)));
    expect(shown).toEqual([labels, labels.slice(0, 3), labels.slice(0, 1)]);
    expect(buttonsIn(asked(3601)).map(({ value }) => readMoreChoice(String(value))?.option)).toEqual([
      'remind-5',
      'remind-10',
      'remind-30',
      'remind-60',
    ]);
  });

  test('says so where none is left', () => {
    expect(shownIn(asked(300))).toBe(en.tooLateToRemind);
  });
});

describe('the value of a choice', () => {
  const largest = eventId('18446744073709551615');

  test.each(MENU_OPTIONS)('%s is read as it was written', (option) => {
    if (largest === undefined) throw new Error('It is an event id.');
    const choice = { option, eventId: largest, start: second(99_999_999_999) };
    expect(readMoreChoice(writeMoreChoice(choice))).toEqual(choice);
    expect(writeMoreChoice(choice).length).toBeLessThanOrEqual(75);
  });

  test.each([
    '',
    'remove',
    'remove/',
    'remove/1',
    'remove/0/9',
    'remove/1/0',
    'remind-7/1/9',
    'toString/1/9',
    '/1/9',
    'remove/x/9',
    'remove/1/x',
  ])('“%s” is none of this app’s', (value) => {
    expect(readMoreChoice(value)).toBeUndefined();
  });
});
