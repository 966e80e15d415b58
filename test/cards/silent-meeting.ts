import { decodeMeetings } from '../../src/conference/quanshi/decoder/meeting.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { secondsOf, zoneName } from '../../src/core/time.ts';
import type { Viewer } from '../../src/core/viewer.ts';

export const now = secondsOf(() => Date.UTC(2030, 11, 30, 2));

export const nobody: Viewer = { kind: 'unproven', reason: 'could-not-check' };

const HOST = '88893351';

/** The host of every silent meeting. */
export const hostViewer: Viewer = ((): Viewer => {
  const { hostId } = silentMeeting();
  if (hostId === undefined) throw new Error('The silent meeting has a host.');
  return { kind: 'proven', userId: hostId, name: '§' };
})();

/** A meeting with every field filled, whose own texts are signs and digits: every letter on its card is the app's. */
export function silentMeeting(overrides: Readonly<Record<string, unknown>> = {}): Meeting {
  const room = { DeviceName: '§', City: '§', Location: '§', Floor: 3 };
  const rooms = [0, 1, 2, 3].map((status) => ({
    ...room,
    DeviceId: status + 1,
    ApprovalStatus: status,
    IsMainRoom: status % 3,
  }));
  const link = (path: string): string => `https://qsh1.cn/${path}`;
  const wire = {
    eventId: '1',
    conferenceId: '123456789',
    title: '',
    hostId: HOST,
    hostName: '§',
    startTime: now - 600,
    endTime: now + 4000,
    status: 1,
    calType: 'M',
    timezone: 'Asia/Shanghai',
    joinLogin: 1,
    joinConfSelTag: 1,
    joinConfTags: '§,§',
    confNodeType: 0,
    houseList: [...rooms, ...Array.from({ length: 9 }, (_, nth) => ({ ...room, DeviceId: nth + 10 }))],
    equipList: [room],
    attendList: ['W', 'A', 'R', ''].map((status) => ({ status, user: HOST, userType: 1, roleId: 3 })),
    attendeeJoinUrl: link('1'),
    webRTCUrl: link('2'),
    wcallurl: link('3'),
    livePullUrl: link('4'),
    livePullPwd: '1',
    hostJoinUrl: link('5'),
    joinHostUrl: link('6'),
    pcode1: '1',
    pcode2: '2',
    h323Ip: ['127.0.0.1'],
    calExtraInfo: {
      allowH323: 1,
      openWatchword: 1,
      eventWatchword: '1',
      eventHostSecret: '1',
      labels: '["§"]',
    },
    btplRole: [1, 2, 3].map((managerType) => ({
      managerType,
      roleId: managerType,
      roleName: '§',
      link: link(`r${managerType}`),
    })),
    ...overrides,
  };
  const zone = zoneName('Asia/Shanghai');
  if (zone === undefined) throw new Error('Asia/Shanghai is a zone.');
  const [meeting] = decodeMeetings([wire], zone, () => {});
  if (meeting === undefined) throw new Error('The silent meeting decodes.');
  return meeting;
}
