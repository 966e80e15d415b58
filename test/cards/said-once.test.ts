import { describe, expect, test } from 'vitest';
import { equipment, inDetail, room } from '../../sandbox/conference/samples/rooms.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { shownIn } from '../support/reading.ts';
import { second } from '../support/units.ts';

const START = 1_924_914_600;
const DAY = 86_400;
const hall = room(6001, 'Peach Garden', { ApprovalStatus: 2 });
const inHall = inDetail(hall, [[7001, 'Box A7']]);

/** The private card of a meeting with the vendor's fields, at a moment. */
const shownAt = (now: number, wire: Parameters<typeof decoded>[0] = {}): string =>
  shownIn(
    meetingCard(
      viewFor(decoded({ startTime: START, endTime: START + 3600, status: 1, ...wire }), nobody, PRIVATE),
      {
        words: en,
        now: second(now),
        asOf: second(now),
        stale: false,
        surface: { kind: 'private' },
      },
    ),
  );

describe('the rooms of a card', () => {
  test('are not said to be approved', () => {
    expect(shownAt(START, { houseList: [hall] })).toContain('*Peach Garden*');
    expect(shownAt(START, { houseList: [hall] })).not.toContain('approved');
  });

  test.each([
    [0, 'waiting for approval'],
    [1, 'not approved'],
    [3, 'room cancelled'],
  ])('whose approval is %i have it said', (ApprovalStatus, said) => {
    const houseList = [{ ...hall, ApprovalStatus }];
    expect(shownAt(START, { houseList, detailHouseList: [] })).toContain(said);
  });
});

describe('a device that stands with its room', () => {
  const wire = { houseList: [hall], detailHouseList: [inHall] };

  test('is not repeated under Equipment', () => {
    const shown = shownAt(START, { ...wire, equipList: [equipment(7001, 'Box A7', 6001)] });
    expect(shown.match(/Box A7/g)).toHaveLength(1);
    expect(shown).not.toContain('*Equipment*');
  });

  test('leaves the other devices under Equipment', () => {
    const equipList = [equipment(7001, 'Box A7', 6001), equipment(7002, 'Box B9', 6001)];
    expect(shownAt(START, { ...wire, equipList })).toContain('*Equipment*\n*Box B9*');
  });

  test('is listed where it waits for approval, which its room’s line does not say', () => {
    const waiting = { ...equipment(7001, 'Box A7', 6001), ApprovalStatus: 0 };
    expect(shownAt(START, { ...wire, equipList: [waiting] })).toMatch(/\*Equipment\*\n\*Box A7\*.*waiting/);
  });
});

describe('a card counts down', () => {
  test.each([
    ['to a start within a day', START - DAY + 60, 'starts in 23 hr 59 min'],
    ['to an end within a day', START + 60, 'ends in 59 min'],
    ['from an end within a day', START + DAY, '23 hours ago'],
  ])('%s', (_what, now, said) => {
    expect(shownAt(now)).toContain(said);
  });

  test.each([
    ['to a start that is a day away or more', START - DAY, {}],
    ['to a start in 1,497 days', START - 1497 * DAY, {}],
    ['to an end that is a day away or more', START, { endTime: START + 3 * DAY }],
    ['from an end a day ago or more', START + 3600 + DAY, {}],
  ])('not %s, which its date says', (_what, now, wire) => {
    const shown = shownAt(now, wire);
    expect(shown).toContain('Tue, Dec 31, 2030');
    expect(shown).not.toMatch(/starts in|ends in|ago/);
  });
});
