import { person } from '../sandbox/slack/state/people.ts';
import { load, type Measured } from './load.ts';
import { Random } from './random.ts';
import type { ServerProcess } from './server-process.ts';
import type { Typed } from './signed-requests.ts';
import type { BenchStage } from './stage.ts';
import type { SubjectName, Subjects } from './subjects.ts';
import { median, oneDigit, ratio, table, whole } from './table.ts';
import { installWorkspaces, teamOf } from './workspaces.ts';

const TENANTS = 200;

/** As many different requests as the mixed work has: five of each workspace. */
const EVEN = 1000;
const FEWEST = EVEN / TENANTS;

/** Fifty of each workspace: more than a process has in its memory. */
const HARD = 10_000;

const CONNECTIONS = 20;

/** Each request twice before anything counts, and so many at least. */
const WARM_ROUNDS = 2;
const WARM_REQUESTS = 5000;

interface TenantsOptions {
  readonly rounds: number;
  readonly seconds: number;
}

/** One row: who asks for what, of which server. */
interface Row {
  readonly work: string;
  readonly subject: Extract<SubjectName, 'redis' | 'many'>;
  readonly typed: readonly Typed[];
}

/** One workload under measurement. */
interface Running {
  readonly row: Row;
  readonly server: ServerProcess;
  /** Loads the server, with the requests that follow those of the time before. */
  readonly loadOn: () => Promise<Measured>;
  readonly measured: Measured[];
}

/**
 * The mixed work of two hundred workspaces, each with its own installation, beside the mixed work of one. Two workspaces have no person and no
 * meeting in common, so there are more people and meetings than in the mixed row; a row of one workspace with as many tells what comes of that alone.
 */
export async function manyTenants(
  stage: BenchStage,
  subjects: Subjects,
  options: TenantsOptions,
): Promise<string> {
  await installWorkspaces(stage, subjects.redis.url, TENANTS);
  const { typed } = stage.workloads.mixed;
  const rows: readonly Row[] = [
    { work: 'one workspace, the mixed row', subject: 'redis', typed },
    {
      work: `one workspace, as many people and meetings as the next row`,
      subject: 'redis',
      typed: inOne(stage, spread(typed, EVEN)),
    },
    { work: `${TENANTS} workspaces, five requests of each`, subject: 'many', typed: spread(typed, EVEN) },
    {
      work: `one workspace, as many people and meetings as the next row`,
      subject: 'redis',
      typed: inOne(stage, spread(typed, HARD)),
    },
    { work: `${TENANTS} workspaces, fifty requests of each`, subject: 'many', typed: spread(typed, HARD) },
  ];
  const running: Running[] = [];
  for (const row of rows) running.push(await started(row, stage, subjects, options));
  for (let nth = 0; nth < options.rounds; nth += 1)
    for (const { loadOn, measured } of running) measured.push(await loadOn());
  const lines = running.map((one, nth) => lineOf(one, running[0], running[nth - 1]));
  await Promise.all(running.map(({ server }) => server.stop()));
  return table(
    `${TENANTS} tenants: the people and meetings of the mixed work in each, in random order (medians of ${options.rounds} rounds of ${options.seconds} s)`,
    [
      'work',
      'different requests',
      'req/s',
      '÷ the mixed row',
      '÷ the row above',
      'p50 ms',
      'p99 ms',
      'MB',
      'failed',
    ],
    lines,
  );
}

/** So many different requests of the mixed work, as many in each workspace; with `EVEN` each of them is in one. */
function spread(typed: readonly Typed[], count: number): readonly Typed[] {
  const ofEach = count / TENANTS;
  const requests = Array.from({ length: count }, (_, nth): Typed => {
    const nthTeam = Math.floor(nth / ofEach);
    const { userId, text } = typed[(nthTeam * FEWEST + (nth % ofEach)) % typed.length] ?? {
      userId: '',
      text: '',
    };
    return { userId, text, teamId: teamOf(nthTeam) };
  });
  return new Random(2).shuffled(requests);
}

/** Each of these requests in one workspace, where another person of the same kind asks for another meeting of the same kind. */
function inOne({ slack, conference }: BenchStage, requests: readonly Typed[]): readonly Typed[] {
  return requests.map(({ userId, text, teamId }) => {
    const known = slack.people.get(userId);
    const id = `${userId}${teamId}`;
    if (known !== undefined) slack.people.set(id, person({ ...known, id }));
    const event = `9${/\d+$/.exec(teamId ?? '')?.[0].padStart(3, '0')}${text}`;
    for (const original of conference.meetings.byEventId(text))
      conference.meetings.put({ ...original, eventId: Number(event) });
    return { userId: id, text: event };
  });
}

async function started(
  row: Row,
  stage: BenchStage,
  subjects: Subjects,
  options: TenantsOptions,
): Promise<Running> {
  const server = await subjects.start(row.subject);
  const requests = stage.signed(row.typed);
  const given = { ports: [server.port], requests, connections: CONNECTIONS, ...options };
  let sent = 0;
  const loadOn = async (): Promise<Measured> => {
    const measured = await load({ ...given, first: sent });
    sent += Math.round(measured.perSecond * given.seconds);
    return measured;
  };
  const enough = Math.max(WARM_REQUESTS, WARM_ROUNDS * row.typed.length);
  while (sent < enough) await loadOn();
  return { row, server, loadOn, measured: [] };
}

const perSecond = ({ measured }: Pick<Running, 'measured'>): number =>
  median(measured.map((one) => one.perSecond));

/** Beside the mixed row, and for many workspaces beside one with as many people and meetings. */
function lineOf(running: Running, mixed: Running = running, above: Running = running): readonly string[] {
  const { row, server, measured } = running;
  const of = (key: keyof Measured): number => median(measured.map((one) => one[key]));
  return [
    row.work,
    whole(row.typed.length),
    whole(perSecond(running)),
    ratio(perSecond(running) / perSecond(mixed)),
    row.subject === 'many' ? ratio(perSecond(running) / perSecond(above)) : '–',
    oneDigit(of('p50')),
    oneDigit(of('p99')),
    whole(server.megabytes() ?? Number.NaN),
    String(measured.reduce((sum, { failed }) => sum + failed, 0)),
  ];
}
