import { load, type Measured } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { SignedRequests } from './signed-requests.ts';
import type { BenchStage } from './stage.ts';
import { fillStore } from './store-filling.ts';
import { type SubjectName, type Subjects, TITLES } from './subjects.ts';
import { median, oneDigit, percentile, ratio, table, whole } from './table.ts';
import { COLD_MEETINGS, type Workload, type Workloads } from './workloads.ts';

const CONNECTIONS = [20, 50];
const STEADY_CONNECTIONS = 50;
const STEADY_PER_SECOND = 500;
const MICROSECONDS = 1_000_000;

export interface SpeedOptions {
  readonly rounds: number;
  readonly seconds: number;
}

/** One server under one load. */
interface Round extends Measured {
  /** Processor microseconds per request; NaN if the system does not tell. */
  readonly cpuUs: number;
}

type Servers = ReadonlyMap<SubjectName, ServerProcess>;
type Rounds = ReadonlyMap<SubjectName, readonly Round[]>;

/** Each workload as fast as so many connections carry it: Bolt and the app in turn on the same core, round after round. */
export async function speed(stage: BenchStage, subjects: Subjects, options: SpeedOptions): Promise<string> {
  await fillStore(subjects.redis.url, stage, 0, COLD_MEETINGS);
  const tables: string[] = [];
  for (const workload of Object.values(stage.workloads))
    tables.push(await fullSpeed(stage, subjects, workload, options));
  tables.push(await steady(stage, subjects, stage.workloads.mixed, options));
  return tables.join('\n');
}

/** Without Redis the meetings of the cold workload would have to be asked for: that is another piece of work. */
const subjectsOf = (workload: Workload, { cold }: Workloads): readonly SubjectName[] =>
  workload === cold ? ['bolt', 'limit', 'redis'] : ['bolt', 'limit', 'memory', 'redis'];

async function fullSpeed(
  stage: BenchStage,
  subjects: Subjects,
  workload: Workload,
  options: SpeedOptions,
): Promise<string> {
  const requests = stage.signed(workload.typed);
  const rows: string[][] = [];
  for (const connections of CONNECTIONS) {
    const servers = await start(subjectsOf(workload, stage.workloads), subjects);
    const rounds = await inTurn(servers, requests, connections, options);
    for (const [name, server] of servers)
      rows.push(rowOf(name, connections, rounds, server.megabytes() ?? Number.NaN));
    await stop(servers);
  }
  return table(
    `${workload.name}: ${workload.does} (medians of ${options.rounds} rounds of ${options.seconds} s)`,
    [
      'server',
      'connections',
      'req/s',
      '÷ Bolt (min–max)',
      'p50 ms',
      'p99 ms',
      'p99 ÷ Bolt',
      'CPU µs a request',
      'MB',
      'failed',
    ],
    rows,
  );
}

/** All at one rate below their limits. */
async function steady(
  stage: BenchStage,
  subjects: Subjects,
  { name, typed }: Workload,
  { seconds }: SpeedOptions,
): Promise<string> {
  const requests = stage.signed(typed);
  const servers = await start(['raw', 'bolt', 'memory', 'redis'], subjects);
  const rows: string[][] = [];
  for (const [subject, server] of servers) {
    const given = { ports: [server.port], requests, connections: STEADY_CONNECTIONS };
    await load({ ...given, seconds });
    const { p50, p90, p99, max, failed } = await load({ ...given, seconds, perSecond: STEADY_PER_SECOND });
    rows.push([TITLES[subject], ...[p50, p90, p99, max].map(oneDigit), String(failed)]);
  }
  await stop(servers);
  return table(
    `${name}: ${STEADY_PER_SECOND} requests a second, each counted from its moment`,
    ['server', 'p50 ms', 'p90 ms', 'p99 ms', 'max ms', 'failed'],
    rows,
  );
}

async function start(names: readonly SubjectName[], subjects: Subjects): Promise<Servers> {
  const servers = new Map<SubjectName, ServerProcess>();
  for (const name of names) servers.set(name, await subjects.start(name));
  return servers;
}

async function stop(servers: Servers): Promise<void> {
  await Promise.all([...servers.values()].map((server) => server.stop()));
}

/** After one round that does not count. */
async function inTurn(
  servers: Servers,
  requests: SignedRequests,
  connections: number,
  { rounds, seconds }: SpeedOptions,
): Promise<Rounds> {
  const measured = new Map<SubjectName, Round[]>([...servers.keys()].map((name) => [name, []]));
  for (let nth = 0; nth <= rounds; nth += 1) {
    for (const [name, server] of servers) {
      const round = await measure(requests, server, connections, seconds);
      if (nth > 0) measured.get(name)?.push(round);
    }
  }
  return measured;
}

async function measure(
  requests: SignedRequests,
  server: ServerProcess,
  connections: number,
  seconds: number,
): Promise<Round> {
  const before = server.cpuSeconds() ?? Number.NaN;
  const result = await load({ ports: [server.port], requests, connections, seconds });
  const cpuSeconds = (server.cpuSeconds() ?? Number.NaN) - before;
  return { ...result, cpuUs: (cpuSeconds * MICROSECONDS) / (result.perSecond * seconds) };
}

function rowOf(name: SubjectName, connections: number, rounds: Rounds, megabytes: number): string[] {
  const of = (subject: SubjectName, field: keyof Round): number[] =>
    (rounds.get(subject) ?? []).map((round) => round[field]);
  const bolt = of('bolt', 'perSecond');
  const ratios = of(name, 'perSecond')
    .map((value, nth) => value / (bolt[nth] ?? Number.NaN))
    .sort((a, b) => a - b);
  const p99 = median(of(name, 'p99'));
  return [
    TITLES[name],
    String(connections),
    whole(median(of(name, 'perSecond'))),
    `**${ratio(median(ratios))}** (${percentile(ratios, 0).toFixed(2)}–${percentile(ratios, 100).toFixed(2)})`,
    oneDigit(median(of(name, 'p50'))),
    oneDigit(p99),
    ratio(p99 / median(of('bolt', 'p99'))),
    whole(median(of(name, 'cpuUs'))),
    whole(megabytes),
    String(of(name, 'failed').reduce((sum, failed) => sum + failed, 0)),
  ];
}
