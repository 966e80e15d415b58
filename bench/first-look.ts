import { Redis } from 'ioredis';
import { meeting } from '../sandbox/conference/meetings.ts';
import { load } from './load.ts';
import type { BenchStage } from './stage.ts';
import type { Subjects } from './subjects.ts';
import { table } from './table.ts';

const FIRST_EVENT = 800_000;
const CONNECTIONS = 20;
const HOUR = 3600;
const STEPS = 4;

/** What a first look at a meeting costs: the people are known, the meeting is neither in the process nor in Redis, and the service answers at once. */
export async function firstLook(stage: BenchStage, subjects: Subjects, seconds: number): Promise<string> {
  const server = await subjects.start('redis');
  const redis = new Redis(subjects.redis.url);
  const now = Math.floor(Date.now() / 1000);
  const people = stage.workloads.mixed.typed.map(({ userId }) => userId);
  const rows: string[][] = [];
  let next = FIRST_EVENT;
  for (let step = 0; step < STEPS; step += 1) {
    const typed = Array.from({ length: Math.ceil(seconds * 1500) }, () => {
      next += 1;
      stage.conference.meetings.put(meeting({ eventId: next, startTime: now - HOUR, endTime: now + HOUR }));
      return { userId: people[next % people.length] ?? '', text: String(next) };
    });
    const before = {
      app: server.cpuSeconds() ?? Number.NaN,
      redis: await cpuSeconds(redis),
      own: process.cpuUsage(),
    };
    const given = { ports: [server.port], requests: stage.signed(typed), connections: CONNECTIONS, seconds };
    const { perSecond, failed } = await load(given);
    const count = perSecond * seconds;
    const own = process.cpuUsage(before.own);
    const ms = (used: number): string => ((used * 1000) / count).toFixed(2);
    rows.push([
      `${step * seconds}–${(step + 1) * seconds} s`,
      String(Math.round(count)),
      ms((server.cpuSeconds() ?? Number.NaN) - before.app),
      ms((await cpuSeconds(redis)) - before.redis),
      ms((own.user + own.system) / 1_000_000),
      String(failed),
    ]);
  }
  redis.disconnect();
  await server.stop();
  return table(
    `first look: ${CONNECTIONS} connections, known people, each request for a meeting that nobody has looked up; processor milliseconds each`,
    ['since the start', 'requests', 'app', 'Redis', 'sample service, sample Slack and generator', 'failed'],
    rows,
  );
}

/** User and system time of a Redis (redis.io, INFO, "cpu"). */
async function cpuSeconds(redis: Redis): Promise<number> {
  const text = await redis.info('cpu');
  const of = (name: string): number => Number(new RegExp(`^${name}:([0-9.]+)`, 'm').exec(text)?.[1]);
  return of('used_cpu_user') + of('used_cpu_sys');
}
