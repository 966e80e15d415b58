import type { Answer } from './envelope.ts';
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
  return { kind: 'accounts', accounts: answers };
};

function found(meetings: readonly WireMeeting[]): Answer {
  return { kind: 'meetings', meetings };
}

function summary(meeting: WireMeeting): WireMeeting {
  return Object.fromEntries(Object.entries(meeting).filter(([field]) => !leftOutOfLists.includes(field)));
}
