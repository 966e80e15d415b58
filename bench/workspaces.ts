import { until } from '../sandbox/redis/until.ts';
import type { SampleSlack, SampleWorkspace } from '../sandbox/slack/sample-slack.ts';
import { person } from '../sandbox/slack/state/people.ts';
import { readConfig } from '../src/config/config.ts';
import { sealKeysOf } from '../src/seal-keys.ts';
import { unreportedStorage } from '../src/storage/unreported-storage.ts';
import { installationFrom } from '../src/tenants/installation.ts';
import { installations } from '../src/tenants/installations.ts';
import { MANY_ENV } from './many-env.ts';
import type { BenchStage } from './stage.ts';

/** The team id of the nth workspace. */
export const teamOf = (nth: number): string => `T0BENCH${nth}`;

/** So many workspaces agree at the sample Slack, which gives each a token, and their installations are stored as the app stores them. */
export async function installWorkspaces(stage: BenchStage, redisUrl: string, count: number): Promise<void> {
  const read = readConfig({ ...stage.env, ...MANY_ENV, REDIS_URL: redisUrl });
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { redis, stateRedis } = read.config;
  const sealKeys = sealKeysOf(read.config);
  const storage = unreportedStorage({ redis, stateRedis, sealKeys, clock: Date.now });
  await until('Redis answers', async () => storage.state().durable === 'ok');
  const store = installations(storage.records);
  for (let nth = 0; nth < count; nth += 1) await store.put(await installed(stage, teamOf(nth)));
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
  workspace: SampleWorkspace,
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
