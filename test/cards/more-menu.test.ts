import { describe, expect, test } from 'vitest';
import { listAt } from '../../sandbox/slack/fields.ts';
import type { Card } from '../../src/cards/blocks.ts';
import type { CardSurface } from '../../src/cards/card-options.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { type MoreOption, readMoreChoice, writeMoreChoice } from '../../src/cards/more-menu.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { eventId } from '../../src/core/ids.ts';
import { MENU, nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

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
  { before = 7200, menu = MENU as readonly MoreOption[], words = en } = {},
): (readonly [unknown, unknown])[] {
  const now = second(START - before);
  return menuOf(meetingCard(view, { words, now, asOf: now, stale: false, surface, menu }));
}
const values = (menu: (readonly [unknown, unknown])[]): unknown[] => menu.map(([, value]) => value);

describe('the menu of a card', () => {
  test('in a channel lets it be removed, and nothing else', () => {
    expect(menuOn({ kind: 'shared', sharedBy: 'U0HAN' })).toEqual([
      ['Remove this card', `remove/649128/${START}`],
    ]);
  });

  test('is not there where it is not known who shared the card', () => {
    expect(menuOn({ kind: 'shared', sharedBy: undefined })).toEqual([]);
  });

  test.each([{ kind: 'private' }, { kind: 'modal', thread: 'none' }] as const)(
    'of one person offers reminders (%j)',
    (surface) => {
      expect(menuOn(surface)).toEqual([
        ['Remind me 5 minutes before', `remind-5/649128/${START}`],
        ['Remind me 10 minutes before', `remind-10/649128/${START}`],
        ['Remind me 30 minutes before', `remind-30/649128/${START}`],
        ['Remind me 1 hour before', `remind-60/649128/${START}`],
      ]);
    },
  );

  test('offers no reminder whose time has come', () => {
    const offered = [3601, 3600, 301, 300, 0, -60].map((before) => menuOn({ kind: 'private' }, { before }));
    expect(offered.map((menu) => menu.length)).toEqual([4, 3, 1, 0, 0, 0]);
  });

  test('offers nothing that the app cannot do', () => {
    expect(values(menuOn({ kind: 'private' }, { menu: ['remove', 'remind-10'] }))).toEqual([
      `remind-10/649128/${START}`,
    ]);
    expect(menuOn({ kind: 'shared', sharedBy: 'U0HAN' }, { menu: [] })).toEqual([]);
  });

  test('is not on a reminder', () => {
    expect(menuOn({ kind: 'reminder' })).toEqual([]);
  });

  test('is in Chinese with Chinese words', () => {
    expect(menuOn({ kind: 'private' }, { words: zh }).map(([label]) => label)).toEqual([
      '提前5分钟提醒我',
      '提前10分钟提醒我',
      '提前30分钟提醒我',
      '提前1小时提醒我',
    ]);
  });
});

describe('the value of a choice', () => {
  const largest = eventId('18446744073709551615');

  test.each(MENU)('%s is read as it was written', (option) => {
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
