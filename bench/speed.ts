import { load, type Measured } from './load.ts';
import type { ServerProcess } from './server-process.ts';
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
  /** Processor microseconds a request; undefined where the system does not tell. */
  readonly cpuUs: number | undefined;
}

/** All subjects under the same load, in turn, round after round; then all at one rate below their limits. */
export async function speed(stage: BenchStage, subjects: Subjects, options: SpeedOptions): Promise<string> {
  const servers = new Map<SubjectName, ServerProcess>();
  for (const name of NAMES) servers.set(name, await subjects.start(name));
  const full = new Map<SubjectName, Round[]>();
  const steady = new Map<SubjectName, Measured>();
  const during = (server: ServerProcess, perSecond?: number): Promise<Round> =>
    measured(stage, server, options.seconds, perSecond);

  for (const server of servers.values()) await during(server);
  for (let nth = 0; nth < options.rounds; nth += 1) {
    for (const [name, server] of servers) full.set(name, [...(full.get(name) ?? []), await during(server)]);
  }
  for (const [name, server] of servers) steady.set(name, await during(server, STEADY_PER_SECOND));
  const memory = new Map([...servers].map(([name, server]) => [name, server.megabytes()]));
  await Promise.all([...servers.values()].map((server) => server.stop()));
  return [fullTable(full, memory, options), steadyTable(steady)].join('\n');
}

async function measured(
  { requests }: BenchStage,
  server: ServerProcess,
  seconds: number,
  perSecond: number | undefined,
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
  full: ReadonlyMap<SubjectName, readonly Round[]>,
  memory: ReadonlyMap<SubjectName, number | undefined>,
  { rounds, seconds }: SpeedOptions,
): string {
  const perSecond = (name: SubjectName): number[] => (full.get(name) ?? []).map((round) => round.perSecond);
  const toBolt = (name: SubjectName): number[] => {
    const bolt = perSecond('bolt');
    return perSecond(name).map((value, nth) => value / (bolt[nth] ?? Number.NaN));
  };
  const rows = NAMES.map((name) => {
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
    `As many requests as ${CONNECTIONS} connections carry (medians of ${rounds} rounds of ${seconds} s, in turn)`,
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
