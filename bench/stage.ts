import { meeting } from '../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../sandbox/conference/sample-conference.ts';
import { accountOf, invited } from '../sandbox/conference/samples/people.ts';
import type { WireMeeting } from '../sandbox/conference/wire.ts';
import { sampleEnvironment } from '../sandbox/environment.ts';
import { type SampleSlack, startSampleSlack } from '../sandbox/slack/sample-slack.ts';
import { person } from '../sandbox/slack/state/people.ts';
import { SignedRequests, type Typed } from './signed-requests.ts';

const HOT_MEETINGS = 20;
const PEOPLE = 100;
const OWN_MEETINGS = 100;
const INVITED = 10;
const FIRST_EVENT = 500_000;
const FIRST_OWN = 600_000;
const FIRST_STORED = 1_000_000;
const FIRST_USER = 77_000_000;
const HOUR = 3600;

/** What a server under measurement talks to: a Slack and a conference service, and who types what. */
export interface BenchStage {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  /** These commands, in turn; what comes after their replies goes to one `response_url`, by default one that takes nothing. */
  readonly signed: (commands: readonly Typed[], responseUrl?: string) => SignedRequests;
  /** A hundred people in turn, each for their meeting of twenty. */
  readonly requests: SignedRequests;
  /** A hundred meetings with ten people each, each of whom asks in turn and gets a card with their own access. */
  readonly ownRequests: SignedRequests;
  readonly people: readonly string[];
  /** The nth of any number of meetings that need not be asked for: their ids and what the service would say of them. */
  readonly storedId: (nth: number) => string;
  readonly storedMeeting: (nth: number) => WireMeeting;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Everybody is proven, and invited to what `ownRequests` ask for alone: each lookup ends in a full card for that reader. */
export async function openBenchStage(): Promise<BenchStage> {
  const [slack, conference] = await Promise.all([startSampleSlack(), startSampleConference()]);
  const now = Math.floor(Date.now() / 1000);
  const times = { startTime: now - HOUR, endTime: now + 2 * HOUR };
  const people = Array.from({ length: PEOPLE }, (_, nth) => `U0BENCH${nth}`);
  const accounts = people.map((id, nth) => {
    const email = `bench${nth}@example.com`;
    slack.people.set(id, person({ id, email }));
    const account = { userId: FIRST_USER + nth, displayName: `Bench ${nth}`, email, mobile: '' };
    conference.meetings.accounts.set(email, accountOf(account));
    return account;
  });
  for (let nth = 0; nth < HOT_MEETINGS; nth += 1) {
    conference.meetings.put(meeting({ eventId: FIRST_EVENT + nth, ...times }));
  }
  const own: Typed[] = [];
  for (let nth = 0; nth < OWN_MEETINGS; nth += 1) {
    const first = (nth * INVITED) % PEOPLE;
    const attendList = accounts.slice(first, first + INVITED).map((account) => invited(account));
    const eventId = FIRST_OWN + nth;
    conference.meetings.put(meeting({ eventId, ...times, attendList }));
    for (const userId of people.slice(first, first + INVITED)) own.push({ userId, text: String(eventId) });
  }
  const signed: BenchStage['signed'] = (commands, responseUrl = `${slack.url}/response/none`) =>
    new SignedRequests(commands, slack.signingSecret, responseUrl);
  const typed = people.map((userId, nth) => ({ userId, text: String(FIRST_EVENT + (nth % HOT_MEETINGS)) }));
  return {
    slack,
    conference,
    people,
    storedId: (nth) => String(FIRST_STORED + nth),
    storedMeeting: (nth) => meeting({ eventId: FIRST_STORED + nth, ...times }),
    signed,
    requests: signed(typed),
    ownRequests: signed(own),
    env: {
      ...sampleEnvironment(slack, conference),
      LOOKUPS_PER_MINUTE: '1000000',
      CACHE_FRESH_SECONDS: '3600',
      LOG_LEVEL: 'info',
    },
    async close() {
      await Promise.all([slack.close(), conference.close()]);
    },
  };
}
