import { digitsOf, type WireRecord, type WireValue } from '../wire.ts';

/** The numbers, passwords and links by which one meeting is known: each meeting has its own. */
export function knownBy(eventId: WireValue): WireRecord {
  const tail = (digitsOf(eventId) ?? '0').slice(-6).padStart(6, '0');
  const attendee = `https://ntest.qsh1.cn/k/att${tail}`;
  return {
    eventId,
    conferenceId: `239${tail}`,
    pcode1: `201501990001${tail}`,
    pcode2: `201501990002${tail}`,
    attendeeJoinUrl: attendee,
    hostJoinUrl: `https://ntest.qsh1.cn/k/host${tail}`,
    joinHostUrl: `https://ntest.qsh1.cn/k/cohost${tail}`,
    webRTCUrl: `${attendee}?priority=web`,
    wcallurl: `https://stest.qsh1.cn/a/call${tail}`,
  };
}

/** The values of those fields for a meeting that is not in the cloud. */
export const noWayIn: WireRecord = {
  attendeeJoinUrl: '',
  hostJoinUrl: '',
  joinHostUrl: '',
  webRTCUrl: '',
  wcallurl: '',
};
