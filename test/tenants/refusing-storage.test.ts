import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { metric } from '../faults/readiness.ts';
import {
  browserAt,
  installs,
  type ManyStage,
  namesOf,
  onManyWorkspaces,
  typesIn,
} from '../support/many-workspaces.ts';
import { loggedEvents } from '../support/on-stage.ts';

/** A line of the log with this code. */
const withCode = (code: string): unknown => expect.stringContaining(`"code":"${code}"`);

type RedisSettings = Readonly<Record<string, string>>;

/** Settings with which a Redis answers reads and refuses writes, and those with which it takes them again. */
const REFUSALS: Readonly<Record<string, readonly [refuse: RedisSettings, heal: RedisSettings]>> = {
  'a full memory (OOM)': [{ 'maxmemory-policy': 'noeviction', maxmemory: '1' }, { maxmemory: '0' }],
  'too few replicas (NOREPLICAS)': [{ 'min-replicas-to-write': '1' }, { 'min-replicas-to-write': '0' }],
};

const given = ({ redis }: ManyStage, settings: RedisSettings): Promise<void> =>
  withClient(redis.url, async (client) => {
    for (const [name, value] of Object.entries(settings)) await client.config('SET', name, value);
  });

const steps = ({ appUrl }: ManyStage, step: string): Promise<number> =>
  metric(appUrl, `meeting_cards_install_steps_total{step="${step}"}`);

describe.each(Object.entries(REFUSALS))('a Redis that refuses writes, for %s', (_why, [refuse, heal]) => {
  test('lets nobody begin an installation: they are told so, a line of the log says it, and it works when Redis takes writes again', async () => {
    const stage = await onManyWorkspaces();
    await given(stage, refuse);
    const page = await browserAt(stage).open('/slack/install');
    expect([page.status, page.headers.get('location')]).toEqual([503, null]);
    expect(page.text).toContain(en.installPages.unavailable.title);
    expect(await steps(stage, 'unavailable')).toBe(1);
    expect(loggedEvents(stage, 'install-failed')).toEqual([withCode('slack_oauth_generate_url_error')]);
    await given(stage, heal);
    expect((await installs(stage, stage.slack)).text).toContain(en.installPages.installed.title);
  });

  test('ends an installation that was begun before with the same page, in the language of the browser, and nothing of it is left', async () => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    const browser = browserAt(stage, 'zh-CN');
    const consent = slack.tokens.consent({ authorizeUrl: await browser.begin(), workspace: slack });
    await given(stage, refuse);
    const page = await browser.open(consent);
    expect([page.status, page.text]).toEqual([
      503,
      expect.stringContaining(zh.installPages.unavailable.title),
    ]);
    expect(page.text).not.toMatch(/OOM|NOREPLICAS|StorageUnavailable/);
    expect(loggedEvents(stage, 'install-failed')).toEqual([withCode('storage-unavailable')]);
    await given(stage, heal);
    expect(await namesOf(stage, slack.identity.teamId)).toEqual([]);
    expect(await typesIn(stage, slack, '649128')).toBe(en.notInstalled);
    expect(slack.channels.get('D0HAN')?.messages ?? []).toEqual([]);
  });

  test('keeps the installation that is there where somebody installs again, and a retry replaces it', async () => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    await installs(stage, slack);
    const browser = browserAt(stage);
    const consent = slack.tokens.consent({ authorizeUrl: await browser.begin(), workspace: slack });
    await given(stage, refuse);
    expect((await browser.open(consent)).status).toBe(503);
    expect(await typesIn(stage, slack, '649128')).toContain('649128');
    await given(stage, heal);
    expect((await installs(stage, slack)).status).toBe(200);
    expect(await typesIn(stage, slack, '700001')).toContain('700001');
  });
});
