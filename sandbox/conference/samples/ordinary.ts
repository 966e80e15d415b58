import type { WireMeeting } from '../wire.ts';
import { meeting, plainMeeting } from './builders.ts';
import { noWayIn } from './links.ts';
import { approval, room, venue } from './rooms.ts';
import { clockTime, lasting, minutesFrom } from './times.ts';

/** 700001, that has everything: began 36 minutes ago, ends in 24. */
export function live(nowMs: number): WireMeeting {
  return meeting({ ...lasting(minutesFrom(nowMs, -36), 60) });
}

export function tomorrow(nowMs: number): WireMeeting {
  return plainMeeting(700_002, {
    title: 'Design review: search results',
    hostName: 'Mei Han',
    ...lasting(clockTime(nowMs, 1, '10:00'), 45),
  });
}

export function cancelled(nowMs: number): WireMeeting {
  return plainMeeting(700_003, {
    title: '供应商沟通会',
    status: 0,
    ...lasting(clockTime(nowMs, 1, '15:00'), 60),
  });
}

export function endedYesterday(nowMs: number): WireMeeting {
  return plainMeeting(700_004, {
    title: 'Retrospective, sprint 41',
    status: 4,
    ...lasting(clockTime(nowMs, -1, '16:30'), 90),
  });
}

/** On site only, in four rooms, one in each state of approval. */
export function onSite(nowMs: number): WireMeeting {
  return plainMeeting(700_005, {
    ...noWayIn,
    title: '新员工培训 · Onboarding',
    isGnet: 0,
    ...lasting(clockTime(nowMs, 2, '09:00'), 180),
    houseList: [
      room(6601, '长安厅', { IsMainRoom: venue.main, ApprovalStatus: approval.approved }),
      room(6602, '未央厅', { ApprovalStatus: approval.waiting }),
      room(6603, '雁塔厅', { ApprovalStatus: approval.refused }),
      room(6604, '碑林厅', { ApprovalStatus: approval.cancelled, Floor: '3A' }),
    ],
  });
}

/** One event, three occurrences: last week's, this week's and next week's. */
export function recurring(nowMs: number): readonly WireMeeting[] {
  return [-5, 2, 9].map((days, nth) =>
    plainMeeting(700_006, {
      conferenceId: `23970${nth}006`,
      title: 'Weekly sync · 周会',
      calType: 'M',
      status: days < 0 ? 4 : 1,
      ...lasting(clockTime(nowMs, days, '09:30'), 30),
    }),
  );
}

/** A data meeting for which one must sign in, on a confidential node. */
export function confidential(nowMs: number): WireMeeting {
  return plainMeeting(700_009, {
    title: '保密评标会 · Sealed bids',
    confMode: 1,
    confNodeType: 0,
    joinLogin: 1,
    ...lasting(clockTime(nowMs, 3, '14:00'), 120),
  });
}

export function inTenMinutes(nowMs: number): WireMeeting {
  return plainMeeting(700_012, {
    title: 'Stand-up · 站会',
    ...lasting(minutesFrom(nowMs, 10), 15),
  });
}
