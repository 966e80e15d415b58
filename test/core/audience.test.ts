import { describe, expect, test } from 'vitest';
import { host, invited } from '../../sandbox/conference/samples/people.ts';
import { audienceOf, PRIVATE, peopleOf, seesCounts, viewFor } from '../../src/core/audience.ts';
import { MEETING_AUDIENCE } from '../../src/core/audience-table.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { decoded } from '../support/decoded.ts';
import { zoneOf } from '../support/units.ts';

const proven = (digits: string): Viewer => {
  const userId = vendorUserId(digits);
  if (userId === undefined) throw new Error('no id');
  return { kind: 'proven', userId, name: undefined };
};
const nobody: Viewer = { kind: 'unproven', reason: 'no-email' };
const meeting = decoded({
  attendList: [
    invited(host, { roleId: 1000 }),
    invited({ ...host, userId: 2 }, { roleId: 1001 }),
    invited({ ...host, userId: 3 }, { roleId: 1003 }),
    invited({ ...host, userId: 4 }, { roleId: 1000 }),
    invited({ ...host, userId: 5 }, { userType: 2, roleId: 1000 }),
    invited({ ...host, userId: 0 }, { userType: 2 }),
  ],
});

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

const RANKS = {
  public: ['limited', 'anyone', 'all'],
  attendee: ['limited', 'anyone', 'all', 'attendee'],
  'co-host': ['limited', 'anyone', 'all', 'attendee', 'co-host'],
  host: ['limited', 'anyone', 'all', 'attendee', 'co-host', 'own-role', 'host'],
} as const;

test("the host's id makes the host of who is on no list", () => {
  expect(audienceOf(decoded({ hostId: 4242, attendList: [] }), proven('4242'))).toBe('host');
  expect(audienceOf(decoded({ hostId: 4242, attendList: [] }), proven('4243'))).toBe('public');
});

describe.each([
  ['public', nobody],
  ['attendee', proven('3')],
  ['co-host', proven('2')],
  ['host', proven('88893351')],
] as const)('the view of the %s', (audience, viewer) => {
  test('has just the fields that the table gives', () => {
    const view = Object.keys(viewFor(meeting, viewer, PRIVATE));
    for (const [field, whose] of Object.entries(MEETING_AUDIENCE)) {
      expect([field, view.includes(field)]).toEqual([field, RANKS[audience].some((one) => one === whose)]);
    }
  });

  test('in a channel is the public one', () => {
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
});

test('a channel gets the attendee password only of a deployment that shows it', () => {
  expect(
    viewFor(meeting, nobody, {
      kind: 'shared',
      reach: 'company',
      showsAttendeePassword: true,
      visibility: 'everyone',
      zone: 'meeting',
    }).channelPassword,
  ).toBe('201501990002700001');
});

test.each([
  ['co-host', proven('2'), ['1001']],
  ['attendee', proven('3'), ['1003']],
])('a %s has the links of roles held, and no others', (_audience, viewer, roleIds) => {
  const view = viewFor(meeting, viewer, PRIVATE);
  expect('ownRoles' in view ? view.ownRoles.map(({ roleId }) => roleId) : []).toEqual(roleIds);
  expect(JSON.stringify(view)).not.toContain('r700001x1000');
});

test('answers are counted, and who has not answered is among the invited alone', () => {
  const { attendance } = viewFor(
    decoded({ attendList: ['A', 'a', 'W', 'R', '?', ''].map((status) => invited(host, { status })) }),
    nobody,
    PRIVATE,
  );
  expect(attendance).toEqual({ invited: 6, accepted: 2, confirmed: 1, declined: 1 });
});

test('people are shown by name, company, answer and role, and by no id', () => {
  const [first] = peopleOf(meeting);
  expect(first).toEqual({ name: '韩梅梅', company: '全时科技', response: 'confirmed', roleName: '采购代理' });
});

describe('the view for people of other companies', () => {
  const outside = viewFor(meeting, proven('88893351'), {
    kind: 'shared',
    reach: 'external',
    showsAttendeePassword: true,
    visibility: 'everyone',
    zone: 'meeting',
  });
  const inside = viewFor(meeting, nobody, PRIVATE);

  test('has the fields that the table gives to anyone, and nothing in the others', () => {
    for (const [field, whose] of Object.entries(MEETING_AUDIENCE)) {
      const [shown, ours] = [outside, inside].map(
        (view) => Object.entries(view).find(([name]) => name === field)?.[1],
      );
      if (whose === 'anyone' || whose === 'limited') expect([field, shown]).toEqual([field, ours]);
      else expect([field, [undefined, false, []]]).toEqual([field, expect.arrayContaining([shown])]);
    }
  });

  test('says nothing of how many were invited, and has no password', () => {
    expect(outside.attendance).toEqual({ invited: 0, accepted: 0, confirmed: 0, declined: 0 });
    expect(outside.channelPassword).toBeUndefined();
    expect([seesCounts(outside), seesCounts(inside)]).toEqual([false, true]);
  });

  test('is another one than that for the company, whichever was made first', () => {
    const channel = {
      kind: 'shared',
      showsAttendeePassword: false,
      visibility: 'everyone',
      zone: 'meeting',
    } as const;
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
      expect(viewFor(meeting, { kind: 'unproven', reason }, PRIVATE)).toEqual(outside);
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
