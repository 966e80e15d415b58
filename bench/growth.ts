import { load } from './load.ts';
import { CORES } from './pinning.ts';
import type { BenchStage } from './stage.ts';
import { fillStore } from './store-filling.ts';
import type { Subjects } from './subjects.ts';
import { oneDigit, ratio, table, whole } from './table.ts';
import { COLD_MEETINGS } from './workloads.ts';

const PROCESSES = [1, 2, 4];
const CONNECTIONS = 40;
const WARM_MAX_SECONDS = 5;
const KB = 1024;

/** More than the local cache of a process holds, so that it does not hide the store. */
const ASKED_FOR = 5000;

/** One, two and four processes on one Redis, on all cores. */
export async function processGrowth(stage: BenchStage, subjects: Subjects, seconds: number): Promise<string> {
  const rows: string[][] = [];
  let first = 0;
  for (const count of PROCESSES) {
    const servers = await Promise.all(Array.from({ length: count }, () => subjects.start('redis', 'all')));
    const ports = servers.map(({ port }) => port);
    const given = { ports, requests: stage.signed(stage.workloads.mixed.typed), connections: CONNECTIONS };
    await load({ ...given, seconds: Math.min(seconds * count, WARM_MAX_SECONDS) });
    const { perSecond, p50, p99, failed } = await load({ ...given, seconds });
    const megabytes = Math.max(...servers.map((server) => server.megabytes() ?? Number.NaN));
    await Promise.all(servers.map((server) => server.stop()));
    if (first === 0) first = perSecond;
    rows.push([
      String(count),
      whole(perSecond),
      ratio(perSecond / first),
      oneDigit(p50),
      oneDigit(p99),
      whole(megabytes),
      String(failed),
    ]);
  }
  return table(
    `Processes on one Redis, on ${CORES} cores that generator and Redis use too`,
    ['processes', 'req/s', '÷ one', 'p50 ms', 'p99 ms', 'MB of the largest', 'failed'],
    rows,
  );
}

/** More and more meetings in Redis, asked for one after the other: what each costs there, and whether it slows the app. */
export async function meetingGrowth(
  stage: BenchStage,
  subjects: Subjects,
  counts: readonly number[],
  seconds: number,
): Promise<string> {
  const rows: string[][] = [];
  let filled = 0;
  for (const count of counts) {
    const bytes = await fillStore(subjects.redis.url, stage, filled, count);
    filled = count;
    const server = await subjects.start('redis');
    const length = Math.min(count, ASKED_FOR);
    const typed = Array.from({ length }, (_, nth) => ({
      userId: stage.workloads.cold.typed[nth % COLD_MEETINGS]?.userId ?? '',
      text: stage.storedId(Math.floor((nth * count) / length)),
    }));
    const given = { ports: [server.port], requests: stage.signed(typed), connections: CONNECTIONS };
    await load({ ...given, seconds });
    const { perSecond, p50, p99, failed } = await load({ ...given, seconds });
    const megabytes = server.megabytes() ?? Number.NaN;
    await server.stop();
    rows.push([
      count.toLocaleString('en'),
      oneDigit(bytes / KB),
      whole(perSecond),
      oneDigit(p50),
      oneDigit(p99),
      whole(megabytes),
      String(failed),
    ]);
  }
  return table(
    `Stored meetings (each request asks for another, ${ASKED_FOR.toLocaleString('en')} at most)`,
    ['meetings', 'kB in Redis each', 'req/s', 'p50 ms', 'p99 ms', 'MB of the process', 'failed'],
    rows,
  );
}
