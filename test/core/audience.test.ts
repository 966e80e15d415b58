import { describe, expect, test } from 'vitest';
import { audienceOf, PRIVATE, viewFor } from '../../src/core/audience.ts';
import { MEETING_AUDIENCE } from '../../src/core/audience-table.ts';
import { decoded } from '../support/decoded.ts';
import { zoneOf } from '../support/units.ts';
import { meetingOfRoles as meeting, nobody, proven } from './meeting-of-roles.ts';

test.each([
  ["the host's id", proven('88893351'), 'host'],
  ['a host role', proven('4'), 'host'],
  ['a co-host role', proven('2'), 'co-host'],
  ['a place on the list', proven('3'), 'attendee'],
  ['an id of an outsider', proven('5'), 'public'],
  ['an id that is not on the list', proven('99'), 'public'],
  ['nothing', nobody, 'public'],
])('%s makes the audience %s', (_proof, viewer, audience) => {
  expect(audienceOf(meeting, viewer)).toBe(audience);
  expect(viewFor(meeting, viewer, PRIVATE).audience).toBe(audience);
});

test.each([
  ['public', [0, 0, 0, 0]],
  ['attendee', [1, 1, 1, 0]],
  ['co-host', [2, 2, 1, 0]],
  ['host', [3, 2, 1, 0]],
] as const)('a private surface up to the %s shows nobody more', (upTo, ranks) => {
  const viewers = [proven('88893351'), proven('2'), proven('3'), nobody];
  const order = ['public', 'attendee', 'co-host', 'host'];
  const views = viewers.map((viewer) => viewFor(meeting, viewer, { ...PRIVATE, upTo }));
  expect(views.map(({ audience }) => order.indexOf(audience))).toEqual(ranks);
  const natural = viewers.map((viewer) => viewFor(meeting, viewer, PRIVATE));
  for (const view of views)
    expect(Object.keys(view)).toEqual(
      Object.keys(natural.find(({ audience }) => audience === view.audience) ?? {}),
    );
});

test("the host's id makes the host of who is on no list", () => {
  expect(audienceOf(decoded({ hostId: 4242, attendList: [] }), proven('4242'))).toBe('host');
  expect(audienceOf(decoded({ hostId: 4242, attendList: [] }), proven('4243'))).toBe('public');
});

test.each([
  ['public', nobody],
  ['attendee', proven('3')],
  ['co-host', proven('2')],
  ['host', proven('88893351')],
] as const)('in a channel, the view of the %s is the public one', (_audience, viewer) => {
  const view = viewFor(meeting, viewer, {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: false,
    visibility: 'everyone',
    zone: 'meeting',
  });
  expect(view.audience).toBe('public');
  expect(view).toEqual(viewFor(meeting, nobody, PRIVATE));
});

describe('the view for people of other companies', () => {
  const channel = {
    kind: 'shared',
    showsAttendeePassword: false,
    visibility: 'everyone',
    zone: 'meeting',
  } as const;

  test('is another one than that for the company, whichever was made first', () => {
    const views = (['company', 'external', 'company', 'external'] as const).map((reach) =>
      viewFor(meeting, nobody, { ...channel, reach }),
    );
    expect(views.map(({ reach, rooms }) => [reach, rooms.length > 0])).toEqual([
      ['company', true],
      ['external', false],
      ['company', true],
      ['external', false],
    ]);
  });

  test.each(['other-workspace', 'unknown-origin'] as const)(
    'is what an outsider (%s) sees in private',
    (reason) => {
      expect(viewFor(meeting, { kind: 'unproven', reason }, PRIVATE)).toEqual(
        viewFor(meeting, nobody, { ...channel, reach: 'external' }),
      );
    },
  );
});

describe('where only invited people see meetings', () => {
  const limited = Object.entries(MEETING_AUDIENCE).flatMap(([field, whose]) =>
    whose === 'limited' ? [field] : [],
  );

  test.each([
    ['nobody', nobody, true],
    ['somebody on no list', proven('999999'), true],
    ['an attendee', proven('3'), false],
    ['a co-host', proven('2'), false],
    ['the host', proven('88893351'), false],
  ])('%s sees a meeting as the table says', (_who, viewer, isLimited) => {
    const view = viewFor(meeting, viewer, { ...PRIVATE, visibility: 'invited' });
    if (isLimited) expect(Object.keys(view).sort()).toEqual(['audience', ...limited].sort());
    else expect(view).toEqual(viewFor(meeting, viewer, PRIVATE));
  });

  test.each(['company', 'external'] as const)('a channel (%s) sees no more than nobody', (reach) => {
    const view = viewFor(meeting, proven('88893351'), {
      kind: 'shared',
      reach,
      showsAttendeePassword: true,
      visibility: 'invited',
      zone: 'meeting',
    });
    expect(view).toEqual(viewFor(meeting, nobody, { ...PRIVATE, visibility: 'invited' }));
  });

  test('what is proven to be less than it is counts as on no list', () => {
    const view = viewFor(meeting, proven('88893351'), {
      kind: 'private',
      upTo: 'public',
      visibility: 'invited',
    });
    expect(view.audience).toBe('limited');
  });
});

test('a channel reads times in the zone of the workspace, whatever was rendered before', () => {
  const zones = (['meeting', zoneOf('Europe/London'), 'meeting'] as const).map(
    (zone) =>
      viewFor(meeting, nobody, {
        kind: 'shared',
        reach: 'company',
        showsAttendeePassword: false,
        visibility: 'everyone',
        zone,
      }).zone,
  );
  expect(zones).toEqual([meeting.zone, 'Europe/London', meeting.zone]);
});
