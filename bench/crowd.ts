import { setTimeout as delay } from 'node:timers/promises';
import { meeting } from '../sandbox/conference/meetings.ts';
import { accountOf } from '../sandbox/conference/samples/people.ts';
import { person } from '../sandbox/slack/state/people.ts';
import { en } from '../src/cards/words/en/index.ts';
import { Exchange } from './exchange.ts';
import type { ServerProcess } from './server-process.ts';
import type { SignedRequests } from './signed-requests.ts';
import type { BenchStage } from './stage.ts';
import { type SubjectName, type Subjects, TITLES } from './subjects.ts';
import { median, oneDigit, table, whole } from './table.ts';

const PEOPLE = 500;
const SERVICE_MS = 1000;
const IN_TIME_MS = 3000;

/** By then the work in the background is done too, and counted. */
const SETTLED_MS = 5000;
const HOUR = 3600;
const FIRST_USER = 66_000_000;
const FIRST_EVENT = 400_000;

interface Reading {
  readonly text: string;
  /** From the moment at which all typed. */
  readonly ms: number;
}

/** What came of one crowd. */
interface Round {
  readonly readings: readonly (Reading | undefined)[];
  readonly cpuMs: number;
  readonly megabytes: number;
}

/** People who are not in any cache, each for a meeting that nobody has looked up, all at one moment, with a service that takes a second. */
export async function crowd(stage: BenchStage, subjects: Subjects, rounds: number): Promise<string> {
  const rows: string[][] = [];
  stage.conference.fault({ kind: 'slow', ms: SERVICE_MS });
  for (const name of ['memory', 'redis'] as const) {
    const server = await subjects.start(name);
    for (let nth = 0; nth < rounds; nth += 1) {
      const first = (name === 'memory' ? 0 : rounds) + nth;
      rows.push(rowOf(name, nth, await measured(stage, server, strangers(stage, first * PEOPLE))));
    }
    await server.stop();
  }
  stage.conference.heal();
  return table(
    `${PEOPLE} people at one moment, each for another meeting, of a service that takes ${SERVICE_MS / 1000} s`,
    ['server', 'crowd', 'card', 'busy', 'failure', 'over 3 s', 'p50 ms', 'slowest ms', 'CPU ms each', 'MB'],
    rows,
  );
}

/** A request and the response URL for each of so many people who were not there before. */
function strangers(stage: BenchStage, first: number): { requests: SignedRequests; responseUrl: string }[] {
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: PEOPLE }, (_, nth) => {
    const id = first + nth;
    const userId = `U0CROWD${id}`;
    const email = `crowd${id}@example.com`;
    const eventId = FIRST_EVENT + id;
    stage.slack.people.set(userId, person({ id: userId, email }));
    const account = { userId: FIRST_USER + id, displayName: userId, email, mobile: '' };
    stage.conference.meetings.accounts.set(email, accountOf(account));
    stage.conference.meetings.put(meeting({ eventId, startTime: now - HOUR, endTime: now + 2 * HOUR }));
    const responseUrl = `${stage.slack.url}/response/${stage.slack.responseUrls.mint({ channelId: 'C0TEAM', userId })}`;
    return { requests: stage.signed([{ userId, text: String(eventId) }], responseUrl), responseUrl };
  });
}

async function measured(
  { slack }: BenchStage,
  server: ServerProcess,
  people: ReturnType<typeof strangers>,
): Promise<Round> {
  const lines = await Promise.all(people.map(() => Exchange.to(server.port)));
  const bytes = people.map(({ requests }) => requests.take(0));
  const cpuBefore = server.cpuSeconds() ?? Number.NaN;
  const before = slack.responses.length;
  const since = Date.now();
  const settled = delay(SETTLED_MS);
  const replies = lines.map(async (line, nth): Promise<Reading | undefined> => {
    const { status, body } = await line.send(bytes[nth] ?? Buffer.alloc(0));
    return status === 200 ? { text: body, ms: Date.now() - since } : undefined;
  });
  await settled;
  const megabytes = server.megabytes() ?? Number.NaN;
  for (const line of lines) line.close();
  const prompt = await Promise.all(replies);
  const late = new Map(
    slack.responses.slice(before).map(({ responseUrl, body, at }) => [responseUrl, { body, at }]),
  );
  const readings = people.map(({ responseUrl }, nth) => {
    const behind = late.get(responseUrl);
    return behind === undefined
      ? prompt[nth]
      : { text: JSON.stringify(behind.body), ms: Math.max(behind.at - since, prompt[nth]?.ms ?? Infinity) };
  });
  return { readings, cpuMs: ((server.cpuSeconds() ?? Number.NaN) - cpuBefore) * 1000, megabytes };
}

function rowOf(name: SubjectName, nth: number, { readings, cpuMs, megabytes }: Round): string[] {
  const inTime = readings.filter((reading) => reading !== undefined && reading.ms < IN_TIME_MS);
  const [cards, busy] = [
    inTime.filter((reading) => reading?.text.includes('"header"')).length,
    inTime.filter((reading) => reading?.text.includes(en.failure.busy.what)).length,
  ];
  const times = readings.map((reading) => reading?.ms ?? Number.POSITIVE_INFINITY);
  return [
    TITLES[name],
    String(nth + 1),
    String(cards),
    String(busy),
    String(inTime.length - cards - busy),
    String(readings.length - inTime.length),
    whole(median(times)),
    whole(Math.max(...times)),
    oneDigit(cpuMs / PEOPLE),
    whole(megabytes),
  ];
}
