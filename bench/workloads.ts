import { meeting } from '../sandbox/conference/meetings.ts';
import type { SampleConference } from '../sandbox/conference/sample-conference.ts';
import { accountOf, invited } from '../sandbox/conference/samples/people.ts';
import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import { person } from '../sandbox/slack/state/people.ts';
import { Random } from './random.ts';
import type { Typed } from './signed-requests.ts';

/** What people type, in what order. */
export interface Workload {
  readonly name: string;
  /** What each person does, for the reader of a table. */
  readonly does: string;
  readonly typed: readonly Typed[];
}

const PEOPLE = 20;
const MIXED_MEETINGS = 50;
const HOT_MEETINGS = 20;
export const COLD_MEETINGS = 4000;
const INVITED = 5;
const FIRST_EVENT = 500_000;
const FIRST_USER = 77_000_000;

/** Rows of the speed tables, in their order. */
export interface Workloads {
  readonly mixed: Workload;
  readonly hot: Workload;
  readonly cold: Workload;
  readonly unknown: Workload;
}

interface Given {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  readonly times: { readonly startTime: number; readonly endTime: number };
  /** The event id of the nth of the meetings that are in Redis already. */
  readonly storedId: (nth: number) => string;
}

/**
 * Twenty people: half read Chinese, half (of each language) have an account at the vendor, and each meeting invites five of those. So a
 * meeting has cards of two views in two languages. The requests of a workload have an order of their own, the same in each run.
 */
export function workloads({ slack, conference, times, storedId }: Given): Workloads {
  const people = Array.from({ length: PEOPLE }, (_, nth) => {
    const id = `U0MIXED${nth}`;
    const email = `mixed${nth}@example.com`;
    slack.people.set(id, person({ id, email, locale: nth % 2 === 0 ? 'zh-CN' : 'en-US' }));
    return { id, account: { userId: FIRST_USER + nth, displayName: `Mixed ${nth}`, email, mobile: '' } };
  });
  const known = people.filter((_, nth) => nth % 4 < 2).map(({ account }) => account);
  for (const account of known) conference.meetings.accounts.set(account.email, accountOf(account));
  for (let nth = 0; nth < MIXED_MEETINGS; nth += 1) {
    const guests = Array.from({ length: INVITED }, (_, guest) => known[(nth + 2 * guest) % known.length]);
    const attendList = guests.flatMap((account) => (account === undefined ? [] : [invited(account)]));
    conference.meetings.put(meeting({ eventId: FIRST_EVENT + nth, ...times, attendList }));
  }
  const ids = people.map(({ id }) => id);
  const strangers = ids.map((_, nth) => `U0NOBODY${nth}`);
  const pairs = (users: readonly string[], meetings: number): Typed[] =>
    new Random(1).shuffled(
      users.flatMap((userId) =>
        Array.from({ length: meetings }, (_, nth) => ({ userId, text: String(FIRST_EVENT + nth) })),
      ),
    );
  return {
    mixed: {
      name: 'mixed',
      does: `${PEOPLE} people, two languages, half known to the vendor; each asks for another of ${MIXED_MEETINGS} meetings each time, in random order`,
      typed: pairs(ids, MIXED_MEETINGS),
    },
    hot: {
      name: 'hot',
      does: `the same people, ${HOT_MEETINGS} meetings`,
      typed: pairs(ids, HOT_MEETINGS),
    },
    cold: {
      name: 'cold',
      does: `the same people; every request is for another of ${COLD_MEETINGS.toLocaleString('en')} meetings, which are in Redis and not in the process`,
      typed: Array.from({ length: COLD_MEETINGS }, (_, nth) => ({
        userId: ids[nth % ids.length] ?? '',
        text: storedId(nth),
      })),
    },
    unknown: {
      name: 'unknown people',
      does: `${PEOPLE} people whom Slack does not know (users.info: user_not_found), ${MIXED_MEETINGS} meetings in random order`,
      typed: pairs(strangers, MIXED_MEETINGS),
    },
  };
}
