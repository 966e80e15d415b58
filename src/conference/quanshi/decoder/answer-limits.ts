import { EXCESS } from '../endpoint/bounded-json.ts';
import { isRecord } from './wire-object.ts';

/** Occurrences of one meeting, or meetings of an agenda: more than one a day for a year. */
const MEETINGS_MAX = 500;

/**
 * How many entries each list may have in all meetings of an answer together. A meeting of 3,000 people and 300 rooms with four devices
 * each has 3,000 people, and at most 1,500 entries in any other list: rooms and devices in `houseList`.
 */
const ENTRIES_MAX = {
  attendList: 20_000,
  houseList: 2000,
  equipList: 2000,
  detailHouseList: 2000,
  btplRole: 4000,
} as const;

const LINKS = ['attendeeJoinUrl', 'hostJoinUrl', 'joinHostUrl', 'webRTCUrl', 'wcallurl', 'livePullUrl'];

/** Of all links of an answer together, since each is parsed several times: six for each meeting, and one for each role, of 60 characters. */
const LINK_CHARACTERS_MAX = 400_000;

/**
 * The name of the list that exceeds its limit, found before anything is decoded. Such an answer is not read at all: with a part of `attendList`
 * somebody would lose their rights, and with a part of the links a host link might pass for an attendee link.
 */
export function excessIn(answer: readonly unknown[]): string | undefined {
  if (answer.length > MEETINGS_MAX) return 'result';
  const meetings = answer.filter(isRecord);
  for (const [name, max] of Object.entries(ENTRIES_MAX))
    if (sum(meetings, (meeting) => entriesIn(meeting[name])) > max) return name;
  return sum(meetings, linkCharacters) > LINK_CHARACTERS_MAX ? 'btplRole' : undefined;
}

function linkCharacters(meeting: Readonly<Record<string, unknown>>): number {
  const roles = Array.isArray(meeting.btplRole) ? meeting.btplRole.filter(isRecord) : [];
  return sum(LINKS, (name) => charactersIn(meeting[name])) + sum(roles, (role) => charactersIn(role.link));
}

function sum<T>(parts: readonly T[], size: (part: T) => number): number {
  return parts.reduce((total, part) => total + size(part), 0);
}

function entriesIn(list: unknown): number {
  if (list === EXCESS) return Number.POSITIVE_INFINITY;
  return Array.isArray(list) ? list.length : 0;
}

function charactersIn(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}
