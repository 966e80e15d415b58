import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessCard } from '../../src/cards/access-card.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { currentCopy, nobody, cardOptions as options } from '../support/card-options.ts';
import { decodedAll } from '../support/decoded.ts';

const marker = (name: string) => `marker-of-${name}`;
const link = (name: string) => `https://secret.example/${marker(name)}`;
const SECRET = /marker-of-|7{11}|secret\.example/;
const contact = {
  user: '77777777777',
  phoneEmail: marker('phoneEmail'),
  mobileNumber: marker('mobileNumber'),
  officePhone: marker('officePhone'),
  countryCode: marker('countryCode'),
  cityCode: marker('cityCode'),
};

/** Every field whose audience is not "all", each with a value to look for. */
const secrets = {
  pcode1: marker('pcode1'),
  pcode2: marker('pcode2'),
  hostId: '77777777777',
  billingCode: marker('billingCode'),
  billingcode: marker('billingcode'),
  hostJoinUrl: link('hostJoinUrl'),
  joinHostUrl: link('joinHostUrl'),
  hostMobile: marker('hostMobile'),
  livePullPwd: marker('livePullPwd'),
  customerCode: marker('customerCode'),
  h323Ip: [marker('h323Ip')],
  attendList: [1, 2, 3, 9].map((userType) => ({ ...contact, userType, roleId: 1, status: 'A' })),
  calExtraInfo: {
    allowH323: 1,
    openWatchword: 1,
    eventWatchword: marker('eventWatchword'),
    eventHostSecret: marker('eventHostSecret'),
    reserveFrom: marker('reserveFrom'),
    btplId: marker('btplId'),
  },
  btplRole: [
    { managerType: 1, roleId: 1, roleName: 'Host', link: link('hostRole') },
    { managerType: 2, roleId: 2, roleName: 'Co-host', link: link('coHostRole') },
    { managerType: 8, roleId: 3, roleName: 'Unknown', link: link('unknownRole') },
  ],
};

test('only a card for one proven person shows what is not public', () => {
  fc.assert(
    fc.property(strangeMeeting, options, (wire, given) => {
      for (const meeting of decodedAll([{ ...wire, ...secrets }]).meetings) {
        const shared = viewFor(meeting, nobody, {
          kind: 'shared',
          reach: 'company',
          showsAttendeePassword: false,
          visibility: 'everyone',
          zone: 'meeting',
        });
        const cards = [
          meetingCard(viewFor(meeting, nobody, PRIVATE), given),
          meetingCard(shared, given),
          compactCard(shared, { ...given, homeZone: shared.zone }),
          accessCard(
            viewFor(meeting, nobody, PRIVATE),
            nobody,
            given.words,
            given.now,
            currentCopy(given.now),
          ),
        ];
        expect(JSON.stringify(cards)).not.toMatch(SECRET);
      }
    }),
    { numRuns: 300 },
  );
});

test('a host link is not shown, whichever field it is in', () => {
  const fields = ['attendeeJoinUrl', 'webRTCUrl', 'wcallurl', 'livePullUrl'];
  const tails = ['', '/', '?priority=web', '#x', '?a=<b>|c'];
  const host = fc.constantFrom('hostJoinUrl', 'joinHostUrl', 'hostRole', 'coHostRole');
  fc.assert(
    fc.property(
      strangeMeeting,
      fc.constantFrom(...fields),
      fc.constantFrom(...tails),
      host,
      options,
      (wire, field, tail, name, given) => {
        const leaking = { ...wire, ...secrets, [field]: `${link(name)}${tail}` };
        for (const meeting of decodedAll([leaking]).meetings) {
          const card = meetingCard(viewFor(meeting, nobody, PRIVATE), given);
          expect(JSON.stringify(card)).not.toMatch(SECRET);
        }
      },
    ),
    { numRuns: 300 },
  );
});
