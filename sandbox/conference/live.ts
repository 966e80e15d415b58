import type { Answer } from './envelope.ts';
import { digitsOf, type WireRecord } from './wire.ts';

/** Who is in a meeting: their names, or only how many they are. */
type Present = readonly string[] | number;

/** The meetings that run now in the sample conference service, which the clock does not decide. */
export interface LiveBook {
  /** From now on the meeting runs, with these people in it. */
  start(eventId: number | string | bigint, present: Present): void;
  end(eventId: number | string | bigint): void;
  /** Whether the account may ask what runs; at first it may. */
  mayList(may: boolean): void;
}

/** The book, and its pages as the two endpoints give them. */
export interface LivePages extends LiveBook {
  meetingsOf(page: Page, infoOf: (eventId: string) => WireRecord): Answer;
  attendeesOf(eventId: string, page: Page): Answer;
}

/** The vendor counts pages from 1. */
export interface Page {
  readonly page: number;
  readonly count: number;
}

const notAllowed: Answer = { kind: 'failure', status: 10_003, msg: 'no right to list conferences' };

/** A book of no live meetings. */
export function liveBook(): LivePages {
  const live = new Map<string, Present>();
  let isAllowed = true;
  const keyOf = (eventId: unknown): string => digitsOf(eventId) ?? String(eventId);
  return {
    start: (eventId, present) => void live.set(keyOf(eventId), present),
    end: (eventId) => void live.delete(keyOf(eventId)),
    mayList: (may) => {
      isAllowed = may;
    },
    meetingsOf(page, infoOf) {
      if (!isAllowed) return notAllowed;
      const confList = [...live].map(([eventId, present]) => ({
        ...infoOf(eventId),
        stopTime: 0,
        status: 2,
        attendeeCnt: typeof present === 'number' ? present : present.length,
      }));
      const record = { totalCount: confList.length, confList: pageOf(confList, page) };
      return { kind: 'record', record };
    },
    attendeesOf(eventId, page) {
      if (!isAllowed) return notAllowed;
      const present = live.get(eventId) ?? [];
      const list = typeof present === 'number' ? [] : present.map(attendeeOf);
      return { kind: 'record', record: { list: pageOf(list, page) } };
    },
  };
}

function pageOf<T>(entries: readonly T[], { page, count }: Page): readonly T[] {
  return entries.slice((page - 1) * count, page * count);
}

/** Somebody who is in a meeting, with the contact data that nobody in Slack may see. */
function attendeeOf(name: string, nth: number): WireRecord {
  return {
    userId: 66_000_001 + nth,
    name,
    role: 'attendee',
    roles: ['attendee'],
    deviceType: 'pc',
    email: `present.${nth}@live.example`,
    mobile: `1390077${String(nth).padStart(4, '0')}`,
    publicIp: `203.0.113.${nth % 250}`,
    location: '陕西省西安市',
    carrier: 'Sample Telecom',
    network: 'wifi-7',
  };
}
