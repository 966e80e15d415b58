import { describe, expect, test } from 'vitest';
import type { CardOptions } from '../../src/cards/card-options.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { viewFor } from '../../src/core/audience.ts';
import type { Progress } from '../../src/core/schedule.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { buttonsIn, shownIn, spokenIn } from '../support/reading.ts';
import { second } from '../support/units.ts';

const START = 1_924_914_600;
const END = START + 3600;
const DAY = 86_400;
const wire = { startTime: START, endTime: END, status: 1 };
const view = viewFor(decoded(wire), nobody, {
  kind: 'shared',
  reach: 'company',
  showsAttendeePassword: false,
  visibility: 'everyone',
  zone: 'meeting',
});
const shared: CardOptions = {
  words: en,
  now: second(START + 60),
  asOf: second(START),
  stale: false,
  surface: { kind: 'shared', sharedBy: 'U0HAN' },
};

/** The card in a channel and the card under a link, at a moment. */
function cards(now: number, progress: Progress = {}, shown = view) {
  const compact = {
    blocks: compactCard(shown, { ...progress, words: en, now: second(now), homeZone: shown.zone }),
  };
  return { full: meetingCard(shown, { ...shared, now: second(now), ...progress }), compact };
}
const joins = (card: object): unknown[] =>
  [...buttonsIn(card), ...JSON.stringify(card).matchAll(/"action_id":"meeting_join[^"]*"/g)].filter(
    (found) => 'index' in found || String(found.action_id).startsWith('meeting_join'),
  );

describe('a meeting that is over', () => {
  test.each(['full', 'compact'] as const)('has a %s card with its length and without Join', (which) => {
    const card = cards(END)[which];
    expect(shownIn(card)).toMatch(/Ended\*? · (?:.*\n)?lasted 1 hr/);
    expect(joins(card)).toEqual([]);
  });

  test('is as long as it was seen to be, not as it was planned', () => {
    const ended = { ...view, status: 'ended' } as const;
    const { full } = cards(START + 1500, { endedAt: second(START + 1500) }, ended);
    expect(shownIn(full)).toMatch(/\*Ended\* · .*\nlasted 25 min/);
  });

  test('has no length where its end is not known', () => {
    const { full } = cards(START + 2 * DAY, {}, { ...view, end: undefined });
    expect(shownIn(full)).toMatch(/\*Ended\* · .*\nvideo meeting/);
  });

  test.each(['full', 'compact'] as const)('says on its %s card when the next occurrence is', (which) => {
    const next = { start: second(START + 7 * DAY), end: second(END + 7 * DAY), zone: view.zone };
    const said = {
      full: /\*Next on\* Tue, Jan 7, 2031 \*10:30 – 11:30\* Shanghai \(GMT\+8\) · your time <!date\^/,
      compact: /\*Next on\* <!date\^.*>\* your time · 10:30 – 11:30 Shanghai \(GMT\+8\)/,
    };
    expect(shownIn(cards(END, { next })[which])).toMatch(said[which]);
    expect(shownIn(cards(END - 1, { next })[which])).not.toContain('Next on');
  });

  test('has the next occurrence read out', () => {
    const next = { start: second(START + 7 * DAY), end: undefined, zone: view.zone };
    expect(spokenIn(cards(END, { next }).full)).toContain(
      'Ended, lasted 1 hr. Tue, Dec 31, 2030 10:30 – 11:30 Shanghai (GMT+8). Next on Tue, Jan 7, 2031 10:30 Shanghai (GMT+8). ',
    );
  });
});

describe('a live meeting', () => {
  test.each(['full', 'compact'] as const)('has a %s card with how many people are in it', (which) => {
    const card = cards(START, { running: { attendeeCount: 1200 } })[which];
    expect(shownIn(card)).toMatch(/Live now\*? · (?:.*\n)?1,200 in the meeting/);
  });

  test.each([undefined, 0])('whose number of people is %s has a card without it', (attendeeCount) => {
    const { full, compact } = cards(START, { running: { attendeeCount } });
    expect(shownIn(full) + shownIn(compact)).not.toContain('in the meeting');
  });

  test('keeps Join after its planned end for as long as the vendor says that it runs', () => {
    const { full, compact } = cards(END + 600, { running: { attendeeCount: 3 } });
    expect(shownIn(full)).toMatch(/\*Live now\* · .*\n3 in the meeting/);
    expect([joins(full).length > 0, joins(compact).length > 0]).toEqual([true, true]);
  });

  test('does not end in less than no time on a private card', () => {
    const card = meetingCard(view, {
      ...shared,
      surface: { kind: 'private' },
      now: second(END + 600),
      running: { attendeeCount: undefined },
    });
    expect(shownIn(card)).toContain('*Live now* · video meeting');
  });
});
