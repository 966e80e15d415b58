import type { Meeting } from '../../../core/meeting.ts';
import { unixSeconds, type ZoneName } from '../../../core/time.ts';
import { excessIn } from './answer-limits.ts';
import { readAddress, withoutCredentials } from './credentials.ts';
import {
  commaSeparated,
  event,
  flag,
  instant,
  integer,
  labels,
  link,
  text,
  texts,
  user,
  zone,
} from './fields.ts';
import { decodeInvitees } from './people.ts';
import { decodeRoles } from './roles.ts';
import { decodeEquipment, decodeRooms } from './rooms.ts';
import { type OnDropped, WireObject } from './wire-object.ts';

const CANCELLED = 0;
const ENDED = 4;

/**
 * Reads the vendor's meetings, one per occurrence. A meeting without an event id is left out and reported to `onDropped`; any other bad
 * value costs its own field. Of an answer that is too large nothing is read.
 */
export function decodeMeetings(
  input: readonly unknown[],
  defaultZone: ZoneName,
  onDropped: OnDropped,
): Meeting[] {
  const meetings: Meeting[] = [];
  const excess = excessIn(input);
  if (excess !== undefined) {
    onDropped(excess);
    return meetings;
  }
  for (const [index, entry] of input.entries()) {
    const path = input.length > 1 ? `result[${index}].` : '';
    const wire = WireObject.of(entry, path, onDropped);
    const meeting = wire === undefined ? undefined : decodeMeeting(wire, defaultZone, onDropped);
    if (meeting === undefined) onDropped(`result[${index}]`);
    else meetings.push(meeting);
  }
  return meetings;
}

function decodeMeeting(wire: WireObject, defaultZone: ZoneName, onDropped: OnDropped): Meeting | undefined {
  const meetingZone = wire.read('timezone', zone) ?? defaultZone;
  const time = instant(meetingZone);
  const eventId = wire.read('eventId', event);
  const start = wire.read('startTime', time);
  if (eventId === undefined) return undefined;

  const length = wire.read('length', integer);
  const end =
    wire.read('endTime', time) ??
    (start === undefined || length === undefined ? undefined : unixSeconds(start + length * 60));
  const status = wire.read('status', integer);
  const confNodeType = wire.read('confNodeType', integer);
  const extra = wire.object('calExtraInfo');
  const asksForTag = wire.read('joinConfSelTag', flag);
  const joinTags = wire.read('joinConfTags', commaSeparated);
  const allowsH323 = extra.read('allowH323', flag);
  const h323Addresses = wire.read('h323Ip', texts);
  const [host, coHost] = [readAddress(wire, 'hostJoinUrl'), readAddress(wire, 'joinHostUrl')];
  const { roles, credentials } = decodeRoles(wire.list('btplRole'));

  return withoutCredentials(
    {
      eventId,
      start,
      zone: meetingZone,
      end: start !== undefined && end !== undefined && end > start ? end : undefined,
      status: status === CANCELLED ? 'cancelled' : status === ENDED ? 'ended' : 'created',
      conferenceId: wire.read('conferenceId', text),
      title: wire.read('title', text) ?? '',
      createdAt: wire.read('CreateTime', time),
      modifiedAt: wire.read('modifyTime', time),
      recurring: wire.read('calType', text)?.toUpperCase() === 'M',
      mode: wire.read('confMode', integer) === 1 ? 'data' : 'video',
      onSiteOnly: wire.read('isGnet', flag) === false,
      confidential: confNodeType === 0,
      signInNeeded: wire.read('joinLogin', flag) ?? false,
      passphraseAsked: extra.read('openWatchword', flag) ?? false,
      joinTags: asksForTag === true ? (joinTags ?? []) : [],
      labels: extra.read('labels', labels) ?? [],
      rooms: decodeRooms(wire.list('houseList'), wire.list('detailHouseList')),
      equipment: decodeEquipment(wire.list('equipList')),
      hostName: wire.read('hostName', text),
      hostId: wire.read('hostId', user),
      invitees: decodeInvitees(wire.list('attendList')),
      attendeeLink: wire.read('attendeeJoinUrl', link),
      browserLink: wire.read('webRTCUrl', link),
      callMeLink: wire.read('wcallurl', link),
      liveStreamLink: wire.read('livePullUrl', link),
      attendeePassword: wire.read('pcode2', text),
      passphrase: extra.read('eventWatchword', text),
      liveStreamPassword: wire.read('livePullPwd', text),
      h323Addresses: allowsH323 === true ? (h323Addresses ?? []) : [],
      coHostLink: coHost.link,
      hostLink: host.link,
      hostPassword: wire.read('pcode1', text),
      hostSecret: extra.read('eventHostSecret', text),
      ...roles,
    },
    [
      ...credentials,
      { address: host.written, audience: 'host' },
      { address: coHost.written, audience: 'co-host' },
    ],
    onDropped,
  );
}
