import { meeting } from '../../../sandbox/conference/meetings.ts';
import {
  attendee,
  caller,
  coHost,
  host,
  invited,
  outsider,
  type Person,
} from '../../../sandbox/conference/samples/people.ts';
import { managerType } from '../../../sandbox/conference/samples/roles.ts';
import { room } from '../../../sandbox/conference/samples/rooms.ts';
import { lasting, minutesFrom } from '../../../sandbox/conference/samples/times.ts';
import type { WireMeeting, WireRecord } from '../../../sandbox/conference/wire.ts';
import type { MEETING_AUDIENCE } from '../../../src/core/audience-table.ts';

type Table = typeof MEETING_AUDIENCE;

/** The fields of a meeting that are not for all: each needs markers here, or this does not compile. */
type SecretField = {
  [K in keyof Table]: Table[K] extends 'limited' | 'anyone' | 'all' ? never : K;
}[keyof Table];

/** Whose a marked meeting is: its number, and the people who host and help. */
export interface Cast {
  readonly serial: number;
  /** The serial, unless another meeting elsewhere has the same number. */
  readonly eventId?: number;
  /** Minutes from now; it lasts for days. */
  readonly startsIn: number;
  readonly host: Person;
  readonly coHost: Person;
  readonly attendee: Person;
}

export const eventOf = ({ serial, eventId = serial }: Cast): number => eventId;

/** The link for everybody: of two meetings of one number, it is the same. */
export const openLinkOf = (cast: Cast): string => `https://ntest.qsh1.cn/k/open-${eventOf(cast)}`;

export const usualCast: Cast = { serial: 770_001, startsIn: 6000, host, coHost, attendee };

/** The value of each field that is not for all; each a text that is nowhere else. */
export function markersOf({ serial, host: first, coHost: second, attendee: third }: Cast) {
  const link = (what: string): string => `https://ntest.qsh1.cn/k/${what}-mark-${serial}`;
  return {
    hostId: [String(first.userId)],
    invitees: [String(second.userId), String(third.userId)],
    attendeePassword: [`2015019922${serial}`],
    passphrase: [`passphrase-mark-${serial}`],
    liveStreamPassword: [`stream-mark-${serial}`],
    h323Addresses: [`h323-mark-${serial}.example`],
    coHostLink: [link('cohost')],
    coHostRoles: [link('role-held'), link('role-other')],
    hostLink: [link('host')],
    hostPassword: [`2015019911${serial}`],
    hostSecret: [`secret-mark-${serial}`],
    hostRoles: [link('role-host')],
    coHostRoleIds: [`6611${serial}`, `6622${serial}`],
    hostRoleIds: [`6633${serial}`],
  } as const satisfies Record<SecretField, readonly string[]>;
}

/** The values of the vendor's fields that nobody in Slack may see. */
export function forbiddenIn({ serial }: Cast): readonly string[] {
  return [...Object.values(money(serial)), ...Object.values(contact(serial)), ...internal(serial)];
}

const money = (serial: number) => ({
  billingCode: `billing-mark-${serial}`,
  billingcode: `billing-small-mark-${serial}`,
  hostMobile: `host-mobile-mark-${serial}`,
  customerCode: `customer-mark-${serial}`,
});

const contact = (serial: number) => ({
  phoneEmail: `mail-mark-${serial}@contact.example`,
  mobileNumber: `mobile-mark-${serial}`,
  officePhone: `office-mark-${serial}`,
  countryCode: `country-mark-${serial}`,
  cityCode: `city-mark-${serial}`,
});

const applicant = (serial: number): number => 31_000_000_000 + serial;
const internal = (serial: number) => [
  `profile-mark-${serial}`,
  `unknown-mark-${serial}`,
  `template-mark-${serial}`,
  `reserve-mark-${serial}`,
  String(applicant(serial)),
];

/** A meeting in which every field is filled, and each that is not for all with markers of its own. */
export function markedMeeting(cast: Cast, nowMs: number): WireMeeting {
  const { serial, startsIn } = cast;
  const marks = markersOf(cast);
  const [heldRole, otherRole] = marks.coHostRoles;
  const [heldId, otherId] = marks.coHostRoleIds;
  const [hostId] = marks.hostRoleIds;
  const person = (row: WireRecord): WireRecord => ({
    ...row,
    ...contact(serial),
    userProfile: { note: `profile-mark-${serial}` },
  });
  const asked = { ApplyUserId: applicant(serial) };
  const role = (roleId: string, type: number, link: string): WireRecord => ({
    roleId,
    roleName: `Role of kind ${type}`,
    managerType: type,
    link,
  });
  return meeting({
    eventId: eventOf(cast),
    conferenceId: `239${serial}`,
    ...lasting(minutesFrom(nowMs, startsIn), 6000),
    title: `Marked ${serial}`,
    ...money(serial),
    unheardOf: `unknown-mark-${serial}`,
    hostId: cast.host.userId,
    pcode1: marks.hostPassword[0],
    pcode2: marks.attendeePassword[0],
    hostJoinUrl: marks.hostLink[0],
    joinHostUrl: marks.coHostLink[0],
    attendeeJoinUrl: openLinkOf(cast),
    webRTCUrl: `${openLinkOf(cast)}?priority=web`,
    wcallurl: `https://stest.qsh1.cn/a/call-${serial}`,
    livePullPwd: marks.liveStreamPassword[0],
    h323Ip: [...marks.h323Addresses],
    attendList: [
      person(invited(cast.host, { roleId: hostId })),
      person(invited(cast.coHost, { roleId: heldId })),
      person(invited(cast.attendee, { roleId: 1003 })),
      person(outsider('Jim Green')),
      person(caller('老王')),
    ],
    houseList: [room(61, 'Great hall', asked)],
    equipList: [room(62, 'Screen', { ...asked, DeviceType: 3 })],
    detailHouseList: [{ ...room(63, 'Small hall', asked), SubDevices: [] }],
    calExtraInfo: {
      allowH323: 1,
      openWatchword: 1,
      eventWatchword: marks.passphrase[0],
      labels: '["figures"]',
      reserveFrom: `reserve-mark-${serial}`,
      eventHostSecret: marks.hostSecret[0],
      btplId: `template-mark-${serial}`,
    },
    btplRole: [
      role(hostId, managerType.host, marks.hostRoles[0]),
      role(heldId, managerType.coHost, heldRole),
      role(otherId, managerType.coHost, otherRole),
      role('1003', managerType.participant, `https://stest.qsh1.cn/a/open-role-${serial}`),
    ],
  });
}
