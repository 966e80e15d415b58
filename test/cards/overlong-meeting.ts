import { invited } from '../../sandbox/conference/samples/people.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';

const LISTED = 22;
const DEVICES = 9;
const times = <T>(make: (nth: number) => T, length = LISTED): T[] =>
  Array.from({ length }, (_, nth) => make(nth));

/** A meeting whose every text is this one, whose every list is long, and whose every link goes on with this. */
export function overlong(text: string, linkEnd: string): WireMeeting {
  const link = (path: string): string => `https://ntest.qsh1.cn/${path}?${linkEnd}`;
  const room = (nth: number) => ({
    DeviceId: nth + 1,
    DeviceName: text,
    City: text,
    Location: text,
    Floor: text,
    ApprovalStatus: nth % 4,
    IsMainRoom: nth % 3,
  });
  return {
    title: text,
    hostName: text,
    conferenceId: text,
    joinConfSelTag: 1,
    joinConfTags: Array.from({ length: 9 }, () => text).join(','),
    pcode1: text,
    pcode2: text,
    livePullPwd: text,
    h323Ip: times(() => text),
    houseList: times(room),
    equipList: times((nth) => ({ ...room(nth), DeviceId: nth + 1000 })),
    detailHouseList: times(
      (nth) => ({
        ...room(nth),
        SubDevices: times(
          (device) => ({ DeviceId: 5000 + nth * DEVICES + device, DeviceName: text, DeviceType: 3 }),
          DEVICES,
        ),
      }),
      DEVICES,
    ),
    attendList: times((nth) =>
      invited(
        { userId: 88_893_351 + nth, displayName: text, email: 'a@example.com', mobile: '1' },
        { companyName: text, roleId: nth, status: 'A' },
      ),
    ),
    btplRole: times((nth) => ({
      roleId: nth,
      roleName: text,
      managerType: (nth % 3) + 1,
      link: link(`role${nth}`),
    })),
    attendeeJoinUrl: link('attendee'),
    webRTCUrl: link('browser'),
    wcallurl: link('call'),
    livePullUrl: link('stream'),
    hostJoinUrl: link('host'),
    joinHostUrl: link('co-host'),
    calExtraInfo: {
      allowH323: 1,
      openWatchword: 1,
      eventWatchword: text,
      eventHostSecret: text,
      labels: JSON.stringify(times(() => text)),
    },
  };
}
