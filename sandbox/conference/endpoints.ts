import type { Answer } from './envelope.ts';
import type { Page } from './live.ts';
import type { MeetingBook } from './meeting-book.ts';
import { digitsOf, isFields, isWhole, type WireMeeting, type WireRecord } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;
type Endpoint = (book: MeetingBook, body: Fields) => Answer;

const lookedUpAtMost = 200;
const leftOutOfLists = ['attendList', 'btplRole', 'calExtraInfo', 'detailHouseList', 'equipList'];

/** The path of the vendor's "get conference details (with meeting rooms)". */
export const infosPath = '/confopenapi/room/conference/infos';
export const accountsPath = '/confopenapi/account/getUsersByEmailsMobiles';
export const listPath = '/confopenapi/room/conference/list';
export const livePath = '/confopenapi/conference/listbystatus';
export const attendeesPath = '/confopenapi/conference/attendee/list';

/** A vendor failure for a question that breaks the endpoint's rules. The number is made up: the vendor's list is not public. */
export function refusal(msg: string): Answer {
  return { kind: 'failure', status: 10_002, msg };
}

/** The endpoints by path. A deployment without `linkLookupPath` has no details by link. */
export function endpoints(linkLookupPath: string | undefined): ReadonlyMap<string, Endpoint> {
  const known = new Map<string, Endpoint>([
    [infosPath, infos],
    [accountsPath, accounts],
    [listPath, list],
    [livePath, live],
    [attendeesPath, attendees],
  ]);
  if (linkLookupPath !== undefined) known.set(linkLookupPath, byLink);
  return known;
}

/** What a body says to an endpoint: `body` is what `fromJson` read. */
export function answerTo(endpoint: Endpoint, book: MeetingBook, body: unknown): Answer {
  return isFields(body) ? endpoint(book, body) : refusal('the body must be a JSON object');
}

const infos: Endpoint = (book, { eventId, pcode, userId }) => {
  if (userId === undefined) return refusal('userId is required');
  if (!isWhole(userId)) return refusal('userId must be a number');
  if (eventId !== undefined) {
    return isWhole(eventId) ? found(book.byEventId(eventId)) : refusal('eventId must be a number');
  }
  if (typeof pcode !== 'string') return refusal('eventId or pcode is required');
  return found(book.all().filter((meeting) => meeting.pcode1 === pcode));
};

const byLink: Endpoint = (book, { attendeeJoinUrl }) =>
  typeof attendeeJoinUrl === 'string'
    ? found(book.all().filter((meeting) => meeting.attendeeJoinUrl === attendeeJoinUrl))
    : refusal('attendeeJoinUrl is required');

const list: Endpoint = (book, { startTime, endTime, userId, inCycle }) => {
  if (!isWhole(userId)) return refusal('userId must be a number');
  if (!isWhole(startTime) || !isWhole(endTime)) {
    return refusal('startTime and endTime must be numbers');
  }
  if (inCycle !== 0 && inCycle !== 1) return refusal('inCycle must be 0 or 1');
  const hosted = book.all().filter((meeting) => digitsOf(meeting.hostId) === userId.toString());
  return found(
    hosted.filter((m) => Number(m.startTime) < endTime && Number(m.endTime) > startTime).map(summary),
  );
};

const accounts: Endpoint = (book, { emails, mobiles }) => {
  const asked = [emails ?? [], mobiles ?? []];
  const answers: Record<string, WireRecord> = {};
  for (const keys of asked) {
    if (!Array.isArray(keys)) return refusal('emails and mobiles must be lists');
    if (keys.length > lookedUpAtMost) return refusal(`at most ${lookedUpAtMost} of each`);
    for (const key of keys) {
      const account = typeof key === 'string' ? book.accounts.get(key) : undefined;
      if (account !== undefined) answers[String(key)] = account;
    }
  }
  return { kind: 'record', record: answers };
};

const live: Endpoint = (book, body) => {
  const page = pageOf(body);
  return page === undefined
    ? refusal('page and count must be positive numbers')
    : book.live.meetingsOf(page, (eventId) => liveSummary(eventId, book.byEventId(eventId)));
};

const attendees: Endpoint = (book, { eventId, ...body }) => {
  const page = pageOf(body);
  if (!isWhole(eventId)) return refusal('eventId must be a number');
  return page === undefined
    ? refusal('page and count must be positive numbers')
    : book.live.attendeesOf(eventId.toString(), page);
};

function pageOf({ page = 1, count = 20 }: Fields): Page | undefined {
  const isPositive = isWhole(page) && isWhole(count) && page > 0 && count > 0;
  return isPositive ? { page: Number(page), count: Number(count) } : undefined;
}

/** What the list of live meetings says about one, secrets and contact data included. */
function liveSummary(eventId: string, [meeting = {}]: readonly WireMeeting[]): WireRecord {
  const { conferenceId, title, hostId, hostName, startTime, billingCode, customerCode, pcode2 } = meeting;
  const said = { conferenceId, title, hostId, hostName, startTime, billingCode, customerCode, pcode2 };
  const known = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return {
    eventId: BigInt(eventId),
    ...Object.fromEntries(known),
    hostEmail: 'host@live.example',
    hostMobile: '13900770001',
    hostIp: '203.0.113.251',
    hostLocation: '陕西省西安市雁塔区',
    hostOrgName: '会议运营部',
  };
}

function found(meetings: readonly WireMeeting[]): Answer {
  return { kind: 'meetings', meetings };
}

function summary(meeting: WireMeeting): WireMeeting {
  return Object.fromEntries(Object.entries(meeting).filter(([field]) => !leftOutOfLists.includes(field)));
}
