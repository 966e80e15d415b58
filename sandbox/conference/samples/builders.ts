import type { WireMeeting, WireRecord } from '../wire.ts';
import { knownBy } from './links.ts';
import { attendee, caller, coHost, host, invited, outsider } from './people.ts';
import { usualRoles } from './roles.ts';
import { approval, equipment, inDetail, room, venue } from './rooms.ts';
import { lasting, shanghai } from './times.ts';

const main = room(6518, '杏花村', { IsMainRoom: venue.main });
const branch = room(6519, 'Peach Garden', {
  City: '北京',
  Location: '望京',
  Floor: 3,
  IsMainRoom: venue.branch,
  ApplyUserId: 22_563_699,
  ApprovalStatus: approval.waiting,
});

const undescribed = {
  encryptionType: 0,
  extFlag: 0,
  hide: 0,
  isTest: 0,
  liveOpenFlag: 0,
  mtgHub: 0,
  rebroadcast: 0,
  samePassword: 0,
  showAccessNumbers: 0,
  showWebRTCUrl: 0,
};

const settings: WireRecord = {
  ...undescribed,
  allowH323: 1,
  openWatchword: 1,
  eventWatchword: 'open-sesame',
  labels: '["budget","Q3"]',
  reserveFrom: 1000,
  eventHostSecret: '918273',
  btplId: 191_005,
};

/**
 * A meeting with every field that the vendor's table or sample names, on 31 December 2030, 09:30 to 10:30 in Shanghai.
 * Every secret and every piece of contact data (country and city codes aside) is a value that is nowhere else in it, so a test can look for it in
 * whatever was shown, logged or stored. Overrides replace whole fields.
 */
export function meeting(overrides: WireMeeting = {}): WireMeeting {
  return {
    ...knownBy(overrides.eventId ?? 700_001),
    billingCode: '95519736',
    billingcode: '95519737',
    hostId: host.userId,
    hostName: host.displayName,
    hostMobile: '13800000001',
    title: '季度评审 · Quarterly review',
    ...lasting(1_924_911_000, 60),
    timezone: shanghai,
    status: 1,
    confMode: 0,
    calType: 'M',
    isGnet: 1,
    confNodeType: 1,
    joinLogin: 0,
    joinConfSelTag: 1,
    joinConfTags: '总部,Branch office',
    livePullUrl: 'https://live.qsh1.cn/pull/700001.m3u8',
    livePullPwd: 'watch-4471',
    customerCode: '154553',
    h323Ip: ['192.168.37.91', '192.168.37.92'],
    attendList: [
      invited(host, { roleId: 1000 }),
      invited(coHost, { roleId: 1001, status: 'A' }),
      invited(attendee, { status: 'A' }),
      outsider('Jim Green', { status: 'R' }),
      caller('老王', { roleId: 1004, status: 'A' }),
    ],
    houseList: [main, branch],
    equipList: [equipment(6546, '盒子A7', 6518), equipment(6550, 'Camera-2', 6519)],
    detailHouseList: [
      inDetail(main, [
        [6546, '盒子A7'],
        [6547, 'Projector-9'],
      ]),
    ],
    calExtraInfo: settings,
    btplRole: usualRoles(700_001),
    ...overrides,
  };
}

/** A quiet meeting in the cloud: its host and one attendee, no rooms, nothing asked for on joining. */
export function plainMeeting(eventId: number | bigint, overrides: WireMeeting): WireMeeting {
  return meeting({
    ...knownBy(eventId),
    billingCode: `9551${String(eventId).slice(-6)}`,
    calType: 'E',
    joinConfSelTag: 0,
    joinConfTags: '',
    livePullUrl: '',
    livePullPwd: '',
    h323Ip: [],
    attendList: [invited(host, { roleId: 1000 }), invited(attendee, { status: 'A' })],
    houseList: [],
    equipList: [],
    detailHouseList: null,
    calExtraInfo: {
      ...undescribed,
      allowH323: 0,
      openWatchword: 0,
      eventWatchword: '',
      eventHostSecret: '723139',
    },
    btplRole: [],
    ...overrides,
  });
}
