import type { ZoneName } from '../../core/time.ts';
import type { ConferenceVendor } from '../vendor.ts';
import { decodeMeetings } from './decoder/meeting.ts';
import type { EndpointClient } from './endpoint/client.ts';

const LIST = '/confopenapi/room/conference/list';

/** Asks for one entry per occurrence of a recurring meeting. */
const OCCURRENCES = 1n;

/** The vendor's list of a user's meetings. A list of which no entry can be read counts as unreadable. */
export function listMeetings(
  client: EndpointClient,
  defaultZone: ZoneName,
): ConferenceVendor['listMeetings'] {
  return async (userId, from, to) => {
    const reply = await client(LIST, {
      startTime: BigInt(from),
      endTime: BigInt(to),
      userId: BigInt(userId),
      inCycle: OCCURRENCES,
    });
    if (reply.kind !== 'answered') return reply;
    const entries: readonly unknown[] = Array.isArray(reply.result) ? reply.result : [];
    const meetings = decodeMeetings(entries, defaultZone, () => {});
    const isUnreadable = entries.length > 0 && meetings.length === 0;
    return isUnreadable ? { kind: 'unreadable', report: reply.report } : { kind: 'found', meetings };
  };
}
