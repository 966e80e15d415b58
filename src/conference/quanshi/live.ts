import { type ConferenceVendor, type LiveMeeting, NO_REPORT } from '../vendor.ts';
import { event, integer, text, user } from './decoder/fields.ts';
import type { WireObject } from './decoder/wire-object.ts';
import type { EndpointClient } from './endpoint/client.ts';
import { readPages } from './paged.ts';

const LIVE = '/confopenapi/conference/listbystatus';
const ATTENDEES = '/confopenapi/conference/attendee/list';

const PAGES_OF_MEETINGS_MAX = 30;
const PAGES_OF_NAMES_MAX = 10;

const ENDED = 4;

/** A list that has more pages than are read counts as unreadable: what is missing would pass for ended. */
export function listLive(client: EndpointClient): ConferenceVendor['listLive'] {
  return async () => {
    const reply = await readPages(client, {
      path: LIVE,
      body: {},
      entries: 'confList',
      pagesMax: PAGES_OF_MEETINGS_MAX,
    });
    if (reply.kind !== 'answered') return reply;
    if (!reply.isWhole) return { kind: 'unreadable', report: NO_REPORT };
    const meetings = reply.entries.map(liveMeeting).filter((meeting) => meeting !== undefined);
    return { kind: 'found', meetings };
  };
}

/** A user who is in the meeting with two devices counts once. */
export function listAttendees(client: EndpointClient): ConferenceVendor['listAttendees'] {
  return async (eventId) => {
    const reply = await readPages(client, {
      path: ATTENDEES,
      body: { eventId: BigInt(eventId) },
      entries: 'list',
      pagesMax: PAGES_OF_NAMES_MAX,
    });
    if (reply.kind !== 'answered') return reply;
    const names = new Map<string, string>();
    for (const [index, wire] of reply.entries.entries()) {
      const name = wire.read('name', text);
      if (name !== undefined) names.set(wire.read('userId', user) ?? `entry ${index}`, name);
    }
    return { kind: 'found', names: [...names.values()] };
  };
}

function liveMeeting(wire: WireObject): LiveMeeting | undefined {
  const eventId = wire.read('eventId', event);
  if (eventId === undefined || wire.read('status', integer) === ENDED) return undefined;
  const count = wire.read('attendeeCnt', integer);
  return { eventId, attendeeCount: count === undefined || count < 0 ? undefined : count };
}
