import { request } from 'node:http';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import type { InstallPage } from '../../src/cards/words/install-words.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { metric } from '../faults/readiness.ts';
import {
  anotherProcess,
  browserAt,
  installs,
  type ManyStage,
  onManyWorkspaces,
  type Page,
} from '../support/many-workspaces.ts';
import { loggedEvents } from '../support/on-stage.ts';

/** What a page says, and its status; and that nothing in it runs, is loaded or tells of the app's insides. */
function expectPage({ status, text, headers }: Page, page: InstallPage, expected: number, words = en): void {
  expect([status, /<h1>(.*)<\/h1>/.exec(text)?.[1]]).toEqual([expected, words.installPages[page].title]);
  expect(text).toContain(`<html lang="${words.locale}">`);
  expect(text).not.toMatch(/<script|\son\w+=|<img|<form|Error|at \/|node_modules/);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
}

const nothingIsInstalled = async ({ redis }: ManyStage): Promise<void> =>
  expect((await redis.keys()).filter((key) => key.endsWith(':installations'))).toEqual([]);

/** The count of installations that were begun, in Redis. */
async function begunCount({ redis: { url } }: ManyStage) {
  const redis = new Redis(url);
  onTestFinished(() => redis.disconnect());
  const [key = ''] = await redis.keys('*:installs-begun*');
  return { value: async () => Number(await redis.get(key)), end: () => redis.del(key) };
}

describe('what a person does wrong, or Slack, gets a page that says so:', () => {
  test('somebody declines', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    const authorizeUrl = await browser.begin();
    expectPage(await browser.open(stage.slack.tokens.decline({ authorizeUrl })), 'declined', 200);
    await nothingIsInstalled(stage);
  });

  test('a state is used twice', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    const authorizeUrl = await browser.begin();
    const consent = { authorizeUrl, workspace: stage.slack };
    const [first, again] = [stage.slack.tokens.consent(consent), stage.slack.tokens.consent(consent)];
    const cookies = [...browser.cookies];
    expectPage(await browser.open(first), 'installed', 200);
    expectPage(await browser.open(again), 'other-browser', 400);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expectPage(await browser.open(again), 'stale', 400);
    expect(stage.slack.tokens.latest(stage.slack)).toBe('xoxb-t0home-1');
  });

  test('two requests come with one state at the same time: one of them installs', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    const authorizeUrl = await browser.begin();
    const consent = { authorizeUrl, workspace: stage.slack };
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => browser.open(stage.slack.tokens.consent(consent))),
    );
    expect(pages.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 400)]);
  });

  test('a state comes from another browser', async () => {
    const stage = await onManyWorkspaces();
    const authorizeUrl = await browserAt(stage).begin();
    const back = stage.slack.tokens.consent({ authorizeUrl, workspace: stage.slack });
    expectPage(await browserAt(stage).open(back), 'other-browser', 400);
    await nothingIsInstalled(stage);
  });

  test('a state is older than ten minutes', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    const authorizeUrl = await browser.begin();
    stage.advance(10 * 60);
    expectPage(
      await browser.open(stage.slack.tokens.consent({ authorizeUrl, workspace: stage.slack })),
      'stale',
      400,
    );
    await nothingIsInstalled(stage);
  });

  test('a state that nobody signed costs no call of Redis', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    await browser.begin();
    const [name = '', state = ''] = [...browser.cookies][0] ?? [];
    const forged = `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`;
    browser.cookies.set(name, forged);
    expectPage(await browser.open(`/slack/oauth_redirect?code=x&state=${forged}`), 'stale', 400);
    expect((await stage.redis.keys()).filter((key) => key.includes(':oauth-state:'))).toHaveLength(1);
  });

  test('a code is not one of Slack’s', async () => {
    const stage = await onManyWorkspaces();
    const browser = browserAt(stage);
    const state = new URL(await browser.begin()).searchParams.get('state') ?? '';
    expectPage(await browser.open(`/slack/oauth_redirect?code=made-up&state=${state}`), 'stale', 400);
  });

  test.each([
    ['refuses to give the token', { kind: 'error', error: 'fatal_error' }],
    ['answers with HTTP 500', { kind: 'http', status: 500 }],
    ['breaks the connection', { kind: 'reset' }],
  ] as const)('Slack %s', async (_how, fault) => {
    const stage = await onManyWorkspaces();
    stage.slack.fault('oauth.v2.access', fault);
    expectPage(await installs(stage, stage.slack), 'slack-failed', 502);
    await nothingIsInstalled(stage);
    expect(loggedEvents(stage, 'install-failed')).toHaveLength(1);
  });

  test('the app’s secret is wrong, and the log has Slack’s word for it', async () => {
    const stage = await onManyWorkspaces({ env: { SLACK_CLIENT_SECRET: 'another secret' } });
    expectPage(await installs(stage, stage.slack), 'slack-failed', 502);
    const [line] = loggedEvents(stage, 'install-failed');
    expect(line).toContain('"reason":"bad_client_secret"');
    expect(line).not.toContain('another secret');
  });

  test('Slack says that it did not allow it', async () => {
    const stage = await onManyWorkspaces();
    expectPage(
      await browserAt(stage).open('/slack/oauth_redirect?error=invalid_scope&state=x'),
      'refused',
      403,
    );
  });

  test('Slack gives a token that rotates, which nobody here would renew', async () => {
    const stage = await onManyWorkspaces();
    expectPage(await installs(stage, stage.slack, { rotates: true }), 'slack-failed', 502);
    await nothingIsInstalled(stage);
    expect(loggedEvents(stage, 'install-failed').join()).toContain('"code":"token-rotation"');
  });
});

test('Redis is lost: both steps say so, nothing is half written, and when it is back the installation works', async () => {
  const stage = await onManyWorkspaces({ storage: 'hangs' });
  const browser = browserAt(stage);
  const authorizeUrl = await browser.begin();
  const back = stage.slack.tokens.consent({ authorizeUrl, workspace: stage.slack });
  await stage.redis.freeze();
  expectPage(await browser.open(back), 'unavailable', 503);
  expectPage(await browserAt(stage).open('/slack/install'), 'unavailable', 503);
  stage.redis.thaw();
  await until('it is used again', async () => (await browserAt(stage).open('/slack/install')).status === 302);
  await nothingIsInstalled(stage);
  expectPage(await installs(stage, stage.slack), 'installed', 200);
});

test('Redis is lost between the state and the installation: nothing is written, and a new installation works', async () => {
  const stage = await onManyWorkspaces({ storage: 'hangs' });
  stage.slack.fault('auth.test', { kind: 'slow', ms: 300 }, 1);
  const installing = installs(stage, stage.slack);
  await stage.slack.waitFor(({ calls }) => calls.some(({ method }) => method === 'auth.test'));
  await stage.redis.freeze();
  expectPage(await installing, 'unavailable', 503);
  stage.redis.thaw();
  await until('it is used again', async () => (await browserAt(stage).open('/slack/install')).status === 302);
  expectPage(await installs(stage, stage.slack), 'installed', 200);
});

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', zh],
  ['zh-TW', zh],
  ['de-DE,en-US;q=0.7,zh;q=0.3', en],
  ['zh;q=0.2, en;q=0.8', en],
  ['en;q=0.3, ZH-Hans-CN;q=0.9', zh],
  ['zh;q=0', en],
  ['zh, en', zh],
  ['zh;q=high, en;q=0.1', en],
  ['fr', en],
  [`${'x,'.repeat(2000)}zh`, en],
])('the page for %.40s is in the language that the reader prefers', async (language, words) => {
  const stage = await onManyWorkspaces();
  expectPage(await browserAt(stage, language).open('/slack/oauth_redirect'), 'stale', 400, words);
});

describe('a hostile request', () => {
  test.each([
    ['without anything', ''],
    ['with a script in the error', '?error=%3Cscript%3Ealert(1)%3C/script%3E'],
    ['with a script in code and state', '?code=%3Cscript%3E&state=%3Cscript%3E'],
    ['with an empty code', '?code=&state=x'],
    ['with broken escapes', '?code=%E0%A4%A&state=%'],
    ['with many parameters', `?${'code=x&state=y&'.repeat(100)}`],
    ['with a very long one', `?code=${'x'.repeat(10_000)}&state=y`],
  ])('%s gets a page, and nothing of it is on it', async (_what, query) => {
    const stage = await onManyWorkspaces();
    const { status, text } = await browserAt(stage).open(`/slack/oauth_redirect${query}`);
    expect([400, 403]).toContain(status);
    expect(text).not.toContain('<script');
    expect(stage.slack.calls).toEqual([]);
  });

  test('with a host that is none, or a cookie that is none, gets a page', async () => {
    const stage = await onManyWorkspaces();
    for (const headers of [{ host: 'a b' }, { host: '' }, { cookie: 'slack-app-oauth-state' }]) {
      const status = await new Promise((resolve, reject) => {
        request(`${stage.appUrl}/slack/oauth_redirect?code=x&state=y`, { headers }, (answer) =>
          resolve(answer.resume().statusCode),
        )
          .on('error', reject)
          .end();
      });
      expect(status).toBe(400);
    }
  });

  test('with another method is not taken', async () => {
    const stage = await onManyWorkspaces();
    for (const path of ['/slack/install', '/slack/oauth_redirect']) {
      const answer = await fetch(`${stage.appUrl}${path}`, { method: 'POST', body: 'x' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });

  test('that begins installation after installation is told to wait, and Redis has no more states than that', async () => {
    const stage = await onManyWorkspaces();
    const statuses: number[] = [];
    for (let round = 0; round < 16; round += 1) {
      const pages = await Promise.all(
        Array.from({ length: 20 }, () => browserAt(stage).open('/slack/install')),
      );
      statuses.push(...pages.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expectPage(await browserAt(stage).open('/slack/install'), 'busy', 429);
    expect(
      (await stage.redis.keys()).filter((key) => key.includes(':oauth-state:')).length,
    ).toBeLessThanOrEqual(300);
    const begun = await begunCount(stage);
    await until('all are counted', async () => (await begun.value()) >= 300);
    expectPage(await browserAt(await anotherProcess(stage)).open('/slack/install'), 'busy', 429);
    // No test moves the clock of Redis.
    await begun.end();
    stage.advance(60);
    expect((await browserAt(stage).open('/slack/install')).status).toBe(302);
    expect(await metric(stage.appUrl, 'meeting_cards_install_steps_total{step="busy"}')).toBe(21);
  });
});

test('a deployment of one workspace has none of these pages', async () => {
  const stage = await onManyWorkspaces({
    env: {
      SLACK_BOT_TOKEN: 'xoxb-sample',
      SLACK_CLIENT_ID: '',
      SLACK_CLIENT_SECRET: '',
      SLACK_STATE_SECRET: '',
    },
  });
  for (const path of ['/slack/install', '/slack/oauth_redirect'])
    expect((await fetch(`${stage.appUrl}${path}`)).status).toBe(404);
});
