import type { RedisProcess } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { CommandGiven } from '../../sandbox/slack/deliver/command.ts';
import type { SampleSlack, SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import { readyz } from '../faults/readiness.ts';
import { onRedis } from './on-redis.ts';
import { onStage } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { RunningApp, Stage, StageOptions } from './stage.ts';

/** Where Slack sends browsers back to. No such host is asked: the tests put the app's own address in its place. */
export const REDIRECT_URL = 'https://cards.example/slack/oauth_redirect';

/** What makes an app one of many workspaces. */
export const MANY_ENV = {
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: '1111.2222',
  SLACK_CLIENT_SECRET: 'sample-client-secret',
  SLACK_STATE_SECRET: 'sample-state-secret',
  SLACK_OAUTH_REDIRECT_URL: REDIRECT_URL,
  CACHE_KEY: 'the key of the stage',
} as const;

/** A stage whose app serves every workspace that installs it, with a Redis of its own. */
export interface ManyStage extends Stage {
  readonly redis: RedisProcess;
}

export async function onManyWorkspaces(options: StageOptions = {}): Promise<ManyStage> {
  const redis = await onRedis();
  const stage = await onStage({
    ...options,
    env: {
      ...MANY_ENV,
      REDIS_URL: redis.url,
      LOOKUPS_PER_MINUTE: '1000',
      ...options.env,
    },
  });
  await usesRedis(stage);
  return { ...stage, redis };
}

/** Another process on the same Redis, which it uses already; `env` goes over the stage's own. */
export async function anotherProcess(
  stage: ManyStage,
  env: Readonly<Record<string, string>> = {},
): Promise<ManyStage> {
  const other = { ...stage, ...(await stage.startApp(env)) };
  await usesRedis(other);
  return other;
}

const usesRedis = ({ appUrl }: Pick<RunningApp, 'appUrl'>): Promise<void> =>
  until('the app uses its Redis', async () => {
    const { store, durable } = await readyz(appUrl);
    return store === 'ok' && durable === 'ok';
  });

/** A page as a browser shows it. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser at one process of the app: it has cookies, and a language. */
export function browserAt({ appUrl }: Pick<RunningApp, 'appUrl'>, language = 'en-GB,en;q=0.9') {
  const cookies = new Map<string, string>();

  /** Opens what the app, or Slack, named; the host is the app's. */
  async function open(address: string): Promise<Page> {
    const { pathname, search } = new URL(address, REDIRECT_URL);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': language, ...(cookie === '' ? {} : { cookie }) };
    const answer = await fetch(`${appUrl}${pathname}${search}`, { headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=');
      if (/Expires=[^;]* 1970 /.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  return {
    open,
    cookies,
    /** Begins an installation: where the browser is sent. */
    async begin(): Promise<string> {
      const { status, headers } = await open('/slack/install');
      const location = headers.get('location');
      if (status !== 302 || location === null) throw new Error(`the installation began with ${status}`);
      return location;
    },
  };
}

interface InstallGiven {
  readonly app?: Pick<RunningApp, 'appUrl'>;
  readonly userId?: string;
  readonly language?: string;
  readonly rotates?: boolean;
}

/** Somebody installs the app in a workspace, from beginning to end. */
export async function installs(
  stage: Stage,
  workspace: SampleWorkspace,
  { app = stage, userId = 'U0HAN', language, rotates = false }: InstallGiven = {},
): Promise<Page> {
  const browser = browserAt(app, language);
  const authorizeUrl = await browser.begin();
  return browser.open(stage.slack.tokens.consent({ authorizeUrl, workspace, userId, rotates }));
}

/** What a person reads who types `/meeting` in a workspace. */
export async function typesIn(
  stage: Stage,
  workspace: SampleWorkspace,
  text: string,
  given: Partial<CommandGiven> = {},
): Promise<string> {
  const answer = await workspace.command({ appUrl: stage.appUrl, text, userId: 'U0ANN', ...given });
  if (!answer.text.includes(':hourglass_flowing_sand:')) {
    return typeof answer.body === 'object' ? shownIn(answer.body) + textOf(answer.body) : answer.text;
  }
  return stage.slack.waitFor(() => {
    const late = workspace.responses.find(({ responseUrl }) => responseUrl === answer.responseUrl);
    return late && shownIn(late.body);
  });
}

const textOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '';

/** The tokens that a workspace was called with, by one method. */
export const tokensOf = ({ calls }: Pick<SampleWorkspace, 'calls'>, method: string): readonly unknown[] =>
  calls.filter((call) => call.method === method).map(({ token }) => token);

/** The keys of a tenant. */
export const keysOf = async ({ redis }: ManyStage, tenant: string): Promise<readonly string[]> =>
  (await redis.keys()).filter((key) => key.startsWith(`meeting-cards:2:${tenant}:`));

/** Everything that is stored, by key and in each value, of a tenant: what names it. */
export const namesOf = async ({ redis }: ManyStage, tenant: string): Promise<readonly string[]> =>
  [...(await redis.dump())].filter((entry) => JSON.stringify(entry).includes(tenant)).map(([key]) => key);

/** The app is uninstalled: its tokens are dead, and it is told. */
export async function uninstalls(stage: Stage, workspace: SampleWorkspace): Promise<void> {
  stage.slack.tokens.uninstall(workspace);
  await toldUninstalled(stage, workspace);
}

/** The app is told that it was uninstalled, at a time (milliseconds since 1970). */
export async function toldUninstalled(
  { appUrl }: Pick<Stage, 'appUrl'>,
  workspace: SampleWorkspace,
  at?: number,
): Promise<void> {
  await workspace.event({ appUrl, event: { type: 'app_uninstalled' }, ...(at === undefined ? {} : { at }) });
}

/** The stage as the people of another workspace see it. */
export function seenFrom(stage: ManyStage, workspace: SampleWorkspace): ManyStage {
  const slack: SampleSlack = {
    ...stage.slack,
    ...workspace,
    waitFor: (look, timeoutMs) => stage.slack.waitFor(() => look(slack), timeoutMs),
  };
  return { ...stage, slack };
}
