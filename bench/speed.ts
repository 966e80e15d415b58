import { load, type Measured } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { SignedRequests } from './signed-requests.ts';
import type { BenchStage } from './stage.ts';
import { type SubjectName, type Subjects, TITLES } from './subjects.ts';
import { median, oneDigit, percentile, ratio, table, whole } from './table.ts';

const NAMES: readonly SubjectName[] = ['raw', 'bolt', 'memory', 'redis'];
const CONNECTIONS = 50;
const STEADY_PER_SECOND = 500;
const MS = 1_000_000;

export interface SpeedOptions {
  readonly rounds: number;
  readonly seconds: number;
}

interface Round extends Measured {
  /** Processor microseconds per request; undefined if the system does not tell. */
  readonly cpuUs: number | undefined;
}

/** All subjects under the same load, in turn, round after round; then all at one rate below their limits. */
export async function speed(stage: BenchStage, subjects: Subjects, options: SpeedOptions): Promise<string> {
  const { requests } = stage;
  const servers = await start(NAMES, subjects);
  const full = await inTurn(servers, requests, options);
  const steady = new Map<SubjectName, Measured>();
  for (const [name, server] of servers)
    steady.set(name, await measured(requests, server, options.seconds, STEADY_PER_SECOND));
  const memory = await stop(servers);
  return [fullTable('hot cards', full, memory, options), steadyTable(steady)].join('\n');
}

/** The same if each reader is invited, and their card has their own access. */
export async function ownCards(
  stage: BenchStage,
  subjects: Subjects,
  options: SpeedOptions,
): Promise<string> {
  const servers = await start(['bolt', 'memory', 'redis'], subjects);
  const full = await inTurn(servers, stage.ownRequests, options);
  return fullTable('private cards of a hundred meetings', full, await stop(servers), options);
}

type Servers = ReadonlyMap<SubjectName, ServerProcess>;

async function start(names: readonly SubjectName[], subjects: Subjects): Promise<Servers> {
  const servers = new Map<SubjectName, ServerProcess>();
  for (const name of names) servers.set(name, await subjects.start(name));
  return servers;
}

/** Stops them, and says how many megabytes each had come to. */
async function stop(servers: Servers): Promise<ReadonlyMap<SubjectName, number | undefined>> {
  const memory = new Map([...servers].map(([name, server]) => [name, server.megabytes()]));
  await Promise.all([...servers.values()].map((server) => server.stop()));
  return memory;
}

/** After one round that does not count. */
async function inTurn(
  servers: Servers,
  requests: SignedRequests,
  { rounds, seconds }: SpeedOptions,
): Promise<ReadonlyMap<SubjectName, readonly Round[]>> {
  const full = new Map<SubjectName, Round[]>();
  for (const server of servers.values()) await measured(requests, server, seconds);
  for (let nth = 0; nth < rounds; nth += 1) {
    for (const [name, server] of servers)
      full.set(name, [...(full.get(name) ?? []), await measured(requests, server, seconds)]);
  }
  return full;
}

async function measured(
  requests: SignedRequests,
  server: ServerProcess,
  seconds: number,
  perSecond?: number,
): Promise<Round> {
  const before = server.cpuSeconds();
  const given = { ports: [server.port], requests, connections: CONNECTIONS, seconds };
  const result = await load(perSecond === undefined ? given : { ...given, perSecond });
  const after = server.cpuSeconds();
  const count = result.perSecond * seconds;
  return {
    ...result,
    cpuUs: before === undefined || after === undefined ? undefined : ((after - before) * MS) / count,
  };
}

function fullTable(
  cards: string,
  full: ReadonlyMap<SubjectName, readonly Round[]>,
  memory: ReadonlyMap<SubjectName, number | undefined>,
  { rounds, seconds }: SpeedOptions,
): string {
  const perSecond = (name: SubjectName): number[] => (full.get(name) ?? []).map((round) => round.perSecond);
  const toBolt = (name: SubjectName): number[] => {
    const bolt = perSecond('bolt');
    return perSecond(name).map((value, nth) => value / (bolt[nth] ?? Number.NaN));
  };
  const rows = [...full.keys()].map((name) => {
    const of = (field: 'p50' | 'p90' | 'p99'): string =>
      oneDigit(median((full.get(name) ?? []).map((round) => round[field])));
    const cpu = (full.get(name) ?? []).map((round) => round.cpuUs ?? Number.NaN);
    const ratios = toBolt(name).sort((a, b) => a - b);
    return [
      TITLES[name],
      whole(median(perSecond(name))),
      `**${ratio(median(ratios))}** (${percentile(ratios, 0).toFixed(2)}–${percentile(ratios, 100).toFixed(2)})`,
      of('p50'),
      of('p90'),
      of('p99'),
      whole(median(cpu)),
      whole(memory.get(name) ?? Number.NaN),
      String((full.get(name) ?? []).reduce((sum, round) => sum + round.failed, 0)),
    ];
  });
  const columns = [
    'server',
    'req/s',
    '÷ Bolt (min–max)',
    'p50 ms',
    'p90 ms',
    'p99 ms',
    'CPU µs a request',
    'MB',
    'failed',
  ];
  return table(
    `As many requests as ${CONNECTIONS} connections carry, ${cards} (medians of ${rounds} rounds of ${seconds} s, in turn)`,
    columns,
    rows,
  );
}

function steadyTable(steady: ReadonlyMap<SubjectName, Measured>): string {
  const rows = [...steady].map(([name, { p50, p90, p99, max, failed }]) => [
    TITLES[name],
    ...[p50, p90, p99, max].map(oneDigit),
    String(failed),
  ]);
  return table(
    `${STEADY_PER_SECOND} requests a second, each counted from its moment`,
    ['server', 'p50 ms', 'p90 ms', 'p99 ms', 'max ms', 'failed'],
    rows,
  );
}
