import { describe, expect, test } from 'vitest';
import { attendee, invited } from '../../sandbox/conference/samples/people.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { wordsIn } from '../../src/cards/words/languages.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId, webLink } from '../../src/core/ids.ts';
import { type TenantId, tenantId } from '../../src/core/tenant.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import type { MeetingView, View } from '../../src/core/views.ts';
import { type CardCache, type CardInput, cardCache } from '../../src/slack/card-cache.ts';
import { hostViewer, nobody, now, silentMeeting } from '../cards/silent-meeting.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const tenant = (id: string): TenantId => {
  const known = tenantId(id);
  if (known === undefined) throw new Error(`${id} is not a tenant id.`);
  return known;
};

const view = viewFor(silentMeeting(), hostViewer, PRIVATE);
const calendarLink = webLink('https://cards.example/calendar?1');

const input: Required<CardInput> = {
  view,
  locale: 'en',
  now,
  asOf: now,
  stale: false,
  surface: { kind: 'private' },
  calendarLink,
  running: undefined,
  endedAt: undefined,
  next: undefined,
  menu: undefined,
  clocks: 'both',
};

/** Another value of each option; an option that is missing here does not compile. */
const others: Required<CardInput> = {
  view: viewFor(silentMeeting(), nobody, PRIVATE),
  locale: 'zh-CN',
  now: second(now + 60),
  asOf: second(now + 1),
  stale: true,
  surface: { kind: 'modal', thread: 'none' },
  calendarLink: webLink('https://cards.example/calendar?2'),
  running: { attendeeCount: 12 },
  endedAt: second(now - 1),
  next: { start: now, end: undefined, zone: view.zone },
  menu: ['remove'],
  clocks: 'one',
};

/** A cache that counts: each card says how many were rendered before it. Each view was shown once before, which does not count. */
function countingCache(): (id: TenantId) => CardCache {
  let rendered = 0;
  const shown = new WeakSet<MeetingView>();
  const cache = cardCache(() => {
    rendered += 1;
    return { blocks: [], text: String(rendered) };
  });
  return (id) => (each) => {
    if (!shown.has(each.view)) {
      shown.add(each.view);
      cache(id)(each);
      rendered -= 1;
    }
    return cache(id)(each);
  };
}

const texts = (cards: CardCache, inputs: readonly CardInput[]): string[] =>
  inputs.map((each) => cards(each).text);

test('equal inputs have one card, which is rendered once', () => {
  const cards = countingCache()(tenant('one'));
  const { view: shown, ...options } = input;
  expect(cards({ view: shown, ...structuredClone(options) })).toBe(cards(input));
});

test('a card is cached when its view is shown for the second time', () => {
  let rendered = 0;
  const cards = cardCache(() => {
    rendered += 1;
    return { blocks: [], text: String(rendered) };
  })(tenant('one'));
  expect(texts(cards, [input, input, input])).toEqual(['1', '2', '2']);
});

test('the card is the one that its input describes', () => {
  const { locale, view: shown, ...options } = input;
  const { blocks, text } = meetingCard(shown, { ...options, words: wordsIn(locale) });
  const card = cardCache()(tenant('one'))(input);
  expect([card.blocks, card.text]).toEqual([blocks, text]);
});

describe('another card is rendered where only', () => {
  test.each(Object.entries(others))('%s is another', (option, value) => {
    const cards = countingCache()(tenant('one'));
    expect(texts(cards, [input, { ...input, [option]: value }])).toEqual(['1', '2']);
  });

  test.each(Object.keys(view))('the view’s %s is another', (field) => {
    const cards = countingCache()(tenant('one'));
    const other: View = { ...view, [field]: 'other' };
    expect(texts(cards, [input, { ...input, view: other }])).toEqual(['1', '2']);
  });

  test('the person who shared it is another', () => {
    const sharedBy = [undefined, 'U1', 'U2'];
    const inputs = sharedBy.map((id): CardInput => ({ ...input, surface: { kind: 'shared', sharedBy: id } }));
    expect(texts(countingCache()(tenant('one')), inputs)).toEqual(['1', '2', '3']);
  });
});

test('two tenants never share a card', () => {
  const cache = countingCache();
  const [one, two] = [cache(tenant('one')), cache(tenant('two'))];
  expect([one(input).text, two(input).text, one(input).text]).toEqual(['1', '2', '1']);
});

test('people who were invited in the same way have one card', () => {
  const users = [1, 2, 3, 4, 5];
  const meeting = decoded({
    attendList: users.map((userId) => invited({ ...attendee, userId }, { roleId: 1003 })),
  });
  const viewers = users.map((digits): Viewer => {
    const userId = vendorUserId(String(digits));
    return userId === undefined ? nobody : { kind: 'proven', userId, name: `User ${digits}` };
  });
  const inputs = viewers.map((viewer) => ({ ...input, view: viewFor(meeting, viewer, PRIVATE) }));
  expect(inputs.map(({ view: { audience } }) => audience)).toEqual(users.map(() => 'attendee'));
  expect(new Set(texts(countingCache()(tenant('one')), inputs)).size).toBe(1);
});

test('of very many cards the least recently used is forgotten', () => {
  const cards = countingCache()(tenant('one'));
  const at = (nth: number): CardInput => ({ ...input, now: second(now + nth) });
  for (let nth = 0; nth <= 300; nth += 1) cards(at(nth));
  expect(texts(cards, [at(1), at(0)])).toEqual(['2', '302']);
});
