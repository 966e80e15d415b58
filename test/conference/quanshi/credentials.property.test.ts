import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meeting } from '../../../sandbox/conference/meetings.ts';
import type { WireMeeting } from '../../../sandbox/conference/wire.ts';
import { audienceOf, PRIVATE, viewFor } from '../../../src/core/audience.ts';
import { vendorUserId } from '../../../src/core/ids.ts';
import type { Viewer } from '../../../src/core/viewer.ts';
import { decodedAll } from '../../support/decoded.ts';

const RANKS = { public: 0, attendee: 1, 'co-host': 2, host: 3 } as const;

/** Every field of the wire that holds a link or a password, and the least audience that it is for. */
const FIELDS = {
  conferenceId: RANKS.public,
  attendeeJoinUrl: RANKS.public,
  webRTCUrl: RANKS.public,
  wcallurl: RANKS.public,
  livePullUrl: RANKS.public,
  pcode2: RANKS.attendee,
  livePullPwd: RANKS.attendee,
  joinHostUrl: RANKS['co-host'],
  hostJoinUrl: RANKS.host,
  pcode1: RANKS.host,
} as const;

/** A few links and passwords, each in spellings that mean the same and hold its mark. */
const spelling = fc
  .constantFrom(0, 1, 2)
  .chain((nth) =>
    fc.constantFrom(
      { mark: `link-${nth}-mark`, text: `https://qsh1.cn/k/link-${nth}-mark` },
      { mark: `link-${nth}-mark`, text: `HTTP://QSH1.cn.:443//k/./link-${nth}-mark/?as=x#y` },
      { mark: `link-${nth}-mark`, text: `https://qsh1.cn/%6b/link-${nth}-mark` },
      { mark: `word-${nth}-mark`, text: `word-${nth}-mark` },
      { mark: `word-${nth}-mark`, text: ` word-${nth}-mark\u200b ` },
    ),
  );
const fields = fc.dictionary(fc.constantFrom(...Object.keys(FIELDS)), spelling);

type Digits = number | string | null;

interface Role {
  readonly managerType: Digits;
  readonly roleId: Digits;
  readonly spelling: { readonly mark: string; readonly text: string };
}

const role: fc.Arbitrary<Role> = fc.record({
  managerType: fc.constantFrom<Digits[]>(1, 2, 3, 3, 4, '3', 'x', null),
  roleId: fc.constantFrom<Digits[]>(51, 52, '53', '053', 0, null),
  spelling,
});
const roles = fc.array(role, { maxLength: 4 });

/** The host by id, and someone invited with each of the roles, none and 0. */
const HOST = '900';
const invitees = [51, 52, 53, 0, null].map((roleId, nth) => ({
  user: String(200 + nth),
  userType: 1,
  roleId,
}));
const viewer = (digits: string): Viewer => {
  const userId = vendorUserId(digits);
  if (userId === undefined) throw new Error('no id');
  return { kind: 'proven', userId, name: undefined };
};

const decodedWith = (overrides: WireMeeting, entries: readonly Role[]) => {
  const btplRole = entries.map(({ managerType, roleId, spelling: { text } }) => ({
    managerType,
    roleId,
    roleName: 'R',
    link: text,
  }));
  const [only] = decodedAll([
    meeting({ hostId: HOST, attendList: invitees, btplRole, ...overrides }),
  ]).meetings;
  if (only === undefined) throw new Error('it does not decode');
  return only;
};

test('nobody is shown a link or a password that is, in any spelling, in a field or a role for fewer people', () => {
  const rankOfRole = (managerType: Digits): number => {
    if (String(managerType) === '3') return RANKS.public;
    return managerType === 2 ? RANKS['co-host'] : RANKS.host;
  };
  fc.assert(
    fc.property(fields, roles, (given, entries) => {
      const ranks = new Map<string, number>();
      const note = (mark: string, rank: number) => ranks.set(mark, Math.max(ranks.get(mark) ?? 0, rank));
      for (const [name, rank] of Object.entries(FIELDS)) if (given[name]) note(given[name].mark, rank);
      for (const entry of entries) note(entry.spelling.mark, rankOfRole(entry.managerType));
      const overrides = Object.entries(given).map(([name, { text }]) => [name, text] as const);
      const decoded = decodedWith(Object.fromEntries(overrides), entries);
      for (const userId of [HOST, '999', ...invitees.map(({ user }) => user)]) {
        const view = viewFor(decoded, viewer(userId), PRIVATE);
        const shown = JSON.stringify(view);
        for (const [mark, rank] of ranks) {
          if (rank > RANKS[view.audience]) expect(shown).not.toContain(mark);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('nobody gets from a role more than the least that the vendor says about it', () => {
  const rankOfHolder = (managerType: Digits): number => {
    if (managerType === 1) return RANKS.host;
    return managerType === 2 ? RANKS['co-host'] : RANKS.attendee;
  };
  fc.assert(
    fc.property(roles, (entries) => {
      const decoded = decodedWith({}, entries);
      for (const { user, roleId } of invitees) {
        const said = entries.filter((entry) => roleId !== null && Number(entry.roleId) === roleId);
        const isHeld = roleId !== null && roleId !== 0 && said.length > 0;
        const least = isHeld ? Math.min(...said.map((entry) => rankOfHolder(entry.managerType))) : 1;
        expect(RANKS[audienceOf(decoded, viewer(user))]).toBeLessThanOrEqual(least);
      }
    }),
    { numRuns: 300 },
  );
});
