import { until } from '../sandbox/redis/until.ts';
import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import { person } from '../sandbox/slack/state/people.ts';
import { readConfig } from '../src/config/config.ts';
import { sealKeysOf } from '../src/seal-keys.ts';
import { unreportedStorage } from '../src/storage/unreported-storage.ts';
import { installationFrom } from '../src/tenants/installation.ts';
import { installations } from '../src/tenants/installations.ts';
import { type Load, load, type Measured } from './load.ts';
import { MANY_ENV } from './many-env.ts';
import { Random } from './random.ts';
import type { ServerProcess } from './server-process.ts';
import type { Typed } from './signed-requests.ts';
import type { BenchStage } from './stage.ts';
import type { Subjects } from './subjects.ts';
import { median, oneDigit, ratio, table, whole } from './table.ts';

const TENANTS = 200;

/** Different requests, spread over all tenants: fifty of each. */
const REQUESTS = 10_000;

const CONNECTIONS = 20;

/** Each request twice, before anything counts. */
const WARM_ROUNDS = 2;

interface TenantsOptions {
  readonly rounds: number;
  readonly seconds: number;
}

/** The mixed work of two hundred workspaces, each with its own installation, beside the same requests of one workspace. */
export async function manyTenants(
  stage: BenchStage,
  subjects: Subjects,
  options: TenantsOptions,
): Promise<string> {
  const { typed } = stage.workloads.mixed;
  const order = new Random(2);
  const work = order.shuffled(
    Array.from({ length: REQUESTS }, (_, nth): Typed => {
      const { userId, text } = typed[nth % typed.length] ?? { userId: '', text: '' };
      return { userId, text, teamId: teamOf(nth % TENANTS) };
    }),
  );
  await installAll(stage, { ...stage.env, ...MANY_ENV, REDIS_URL: subjects.redis.url });
  const ofOne = work.map(({ userId, text }): Typed => ({ userId, text }));
  const servers = [
    ['one workspace', await subjects.start('redis'), ofOne],
    [`${TENANTS} workspaces`, await subjects.start('many'), work],
  ] as const;
  const loads = servers.map(([name, server, requests]) => ({
    name,
    server,
    given: { ports: [server.port], requests: stage.signed(requests), connections: CONNECTIONS, ...options },
  }));
  for (const { given } of loads) await warm(given);
  const rounds = new Map<string, Measured[]>(loads.map(({ name }) => [name, []]));
  for (let nth = 0; nth < options.rounds; nth += 1)
    for (const { name, given } of loads) rounds.get(name)?.push(await load(given));
  const [base] = rounds.values();
  const rows = loads.map(({ name, server }) => rowOf(name, server, rounds.get(name) ?? [], base ?? []));
  await Promise.all(loads.map(({ server }) => server.stop()));
  return table(
    `${TENANTS} tenants: the people and meetings of the mixed work, ${whole(REQUESTS)} different requests in random order (medians of ${options.rounds} rounds of ${options.seconds} s)`,
    ['workspaces', 'req/s', '÷ one', 'p50 ms', 'p99 ms', 'MB', 'failed'],
    rows,
  );
}

const teamOf = (nth: number): string => `T0BENCH${nth}`;

function rowOf(
  name: string,
  server: ServerProcess,
  own: readonly Measured[],
  base: readonly Measured[],
): readonly string[] {
  const of = (measured: readonly Measured[], key: keyof Measured): number =>
    median(measured.map((one) => one[key]));
  return [
    name,
    whole(of(own, 'perSecond')),
    ratio(of(own, 'perSecond') / of(base, 'perSecond')),
    oneDigit(of(own, 'p50')),
    oneDigit(of(own, 'p99')),
    whole(server.megabytes() ?? Number.NaN),
    String(own.reduce((sum, { failed }) => sum + failed, 0)),
  ];
}

async function warm(given: Load): Promise<void> {
  for (let sent = 0; sent < WARM_ROUNDS * REQUESTS; ) sent += (await load(given)).perSecond * given.seconds;
}

/** Each workspace agrees at the sample Slack, which gives a token, and the installation is stored as the app stores it. */
async function installAll(stage: BenchStage, env: Readonly<Record<string, string>>): Promise<void> {
  const read = readConfig(env);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { redis, stateRedis } = read.config;
  const sealKeys = sealKeysOf(read.config);
  const storage = unreportedStorage({ redis, stateRedis, sealKeys, clock: Date.now });
  await until('Redis answers', async () => storage.state().durable === 'ok');
  const store = installations(storage.records);
  for (let nth = 0; nth < TENANTS; nth += 1) await store.put(await installed(stage, teamOf(nth)));
  await storage.close();
}

async function installed({ slack, workloads }: BenchStage, teamId: string) {
  const workspace = slack.addWorkspace({ teamId });
  for (const { userId } of workloads.mixed.typed) {
    const known = slack.people.get(userId);
    if (known !== undefined) workspace.people.set(userId, person({ ...known, teamId }));
  }
  const installation = installationFrom({
    botToken: await tokenFor(slack, workspace),
    teamId,
    isEnterpriseInstall: false,
    name: teamId,
    botUserId: 'U0BOT',
    scopes: ['commands'],
    installedBy: 'U0HAN',
    installedAt: Date.now(),
  });
  if (installation === undefined) throw new Error(`${teamId} cannot be installed`);
  return installation;
}

async function tokenFor(
  { apiUrl, oauthApp, tokens }: SampleSlack,
  workspace: Parameters<SampleSlack['tokens']['consent']>[0]['workspace'],
): Promise<string> {
  const asked = new URLSearchParams({
    scope: 'commands',
    redirect_uri: MANY_ENV.SLACK_OAUTH_REDIRECT_URL,
    state: '-',
  });
  const back = new URL(tokens.consent({ authorizeUrl: `https://slack.com/authorize?${asked}`, workspace }));
  const answer = await fetch(`${apiUrl}oauth.v2.access`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: oauthApp.clientId,
      client_secret: oauthApp.clientSecret,
      code: back.searchParams.get('code') ?? '',
      redirect_uri: MANY_ENV.SLACK_OAUTH_REDIRECT_URL,
    }),
  });
  await answer.arrayBuffer();
  return tokens.latest(workspace);
}
