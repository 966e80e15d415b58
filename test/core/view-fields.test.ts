import { describe, expect, test } from 'vitest';
import { host, invited } from '../../sandbox/conference/samples/people.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { MEETING_AUDIENCE } from '../../src/core/audience-table.ts';
import { peopleOf, seesCounts } from '../../src/core/view-fields.ts';
import { decoded } from '../support/decoded.ts';
import { meetingOfRoles as meeting, nobody, proven } from './meeting-of-roles.ts';

const RANKS = {
  public: ['limited', 'anyone', 'all'],
  attendee: ['limited', 'anyone', 'all', 'attendee'],
  'co-host': ['limited', 'anyone', 'all', 'attendee', 'co-host'],
  host: ['limited', 'anyone', 'all', 'attendee', 'co-host', 'own-role', 'host'],
} as const;

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
});
