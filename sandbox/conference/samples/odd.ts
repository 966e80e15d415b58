import type { WireMeeting } from '../wire.ts';
import { plainMeeting } from './builders.ts';
import { coHost, host, invited, stranger } from './people.ts';
import { managerType, role } from './roles.ts';
import { room, venue } from './rooms.ts';
import { clockTime, lasting, minutesFrom } from './times.ts';

/** The largest number that the vendor's ids can be. */
export const largestId = 18_446_744_073_709_551_615n;

/** Twelve roles: a host's, three co-hosts', eight for all. */
export function manyRoles(nowMs: number): WireMeeting {
  const typeOf = (nth: number) => {
    if (nth === 0) return managerType.host;
    return nth < 4 ? managerType.coHost : managerType.participant;
  };
  return plainMeeting(700_007, {
    title: '联合评标 · Joint evaluation',
    ...lasting(clockTime(nowMs, 1, '13:00'), 240),
    btplRole: Array.from({ length: 12 }, (_, nth) =>
      role(1000 + nth, `角色${nth + 1} · Role ${nth + 1}`, typeOf(nth), 700_007),
    ),
    attendList: [invited(host, { roleId: 1000 }), invited(coHost, { roleId: 1001, status: 'A' })],
  });
}

/** From eleven in the evening to half past one, in New York. */
export function pastMidnightAbroad(nowMs: number): WireMeeting {
  const zone = 'America/New_York';
  return plainMeeting(700_008, {
    title: 'Release night',
    timezone: zone,
    ...lasting(clockTime(nowMs, 1, '23:00', zone), 150),
  });
}

/** 300 rooms, 3000 people, a title of 5000 characters. */
export function huge(nowMs: number): WireMeeting {
  const cities = ['西安', '北京', 'Lisbon', 'São Paulo'];
  const answers = ['W', 'A', 'R'];
  return plainMeeting(700_010, {
    title: '全员大会 · All hands '.repeat(300).slice(0, 5000),
    ...lasting(minutesFrom(nowMs, 90), 120),
    houseList: Array.from({ length: 300 }, (_, nth) =>
      room(70_000 + nth, `会议室 ${nth + 1}`, {
        City: cities[nth % cities.length] ?? '',
        Floor: (nth % 40) + 1,
        IsMainRoom: nth === 7 ? venue.main : venue.branch,
        ApprovalStatus: nth % 4,
      }),
    ),
    attendList: [
      invited(host, { roleId: 1000 }),
      invited(stranger),
      ...Array.from({ length: 2998 }, (_, nth) =>
        invited(
          {
            userId: 90_000_000 + nth,
            displayName: `同事 ${nth + 1}`,
            email: `person${nth}@example.com`,
            mobile: `1350000${String(nth).padStart(4, '0')}`,
          },
          { status: answers[nth % answers.length] ?? 'W' },
        ),
      ),
    ],
  });
}

/** Both of its ids need all 64 bits. */
export function largeIds(nowMs: number): WireMeeting {
  const hostId = largestId - 1n;
  return plainMeeting(largestId, {
    title: 'Numbers beyond 2^53',
    hostId,
    ...lasting(clockTime(nowMs, 4, '11:00'), 60),
    attendList: [{ ...invited(host, { roleId: 1000 }), user: hostId.toString() }],
  });
}
