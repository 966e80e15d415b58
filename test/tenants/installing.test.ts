import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { BOT_SCOPES } from '../../src/slack/install/scopes.ts';
import {
  anotherProcess,
  browserAt,
  installs,
  onManyWorkspaces,
  REDIRECT_URL,
  tokensOf,
  typesIn,
} from '../support/many-workspaces.ts';

test('the installation leads straight to Slack, with the scopes of the manifest and an address to come back to', async () => {
  const stage = await onManyWorkspaces();
  const browser = browserAt(stage);
  const asked = new URL(await browser.begin());
  expect(`${asked.origin}${asked.pathname}`).toBe('https://slack.com/oauth/v2/authorize');
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    scope: BOT_SCOPES.join(','),
    client_id: stage.slack.oauthApp.clientId,
    redirect_uri: REDIRECT_URL,
    state: browser.cookies.get('slack-app-oauth-state'),
  });
});

test('after the installation commands are answered, with the token that Slack gave', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  expect(await typesIn(stage, slack, '649128')).toBe(en.notInstalled);
  const page = await installs(stage, slack);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(en.installPages.installed.title)]);
  expect(page.text).toContain('href="slack://app?team=T0HOME&amp;id=A0CARDS"');
  expect(await typesIn(stage, slack, '649128')).toContain('649128');
  expect(new Set(tokensOf(slack, 'users.info'))).toEqual(new Set(['xoxb-t0home-1']));
});

test.each([
  ['U0HAN', zh],
  ['U0ANN', en],
])(
  '%s, who installed it, gets a direct message in their language, and nobody else does',
  async (userId, words) => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    await installs(stage, slack, { userId });
    const channel = await slack.waitFor(({ channels }) =>
      [...channels.values()].find(({ kind, messages }) => kind === 'im' && messages.length > 0),
    );
    expect([channel.members.has(userId), channel.messages.length]).toEqual([true, 1]);
    expect(JSON.stringify(channel.messages)).toContain(words.welcome.title);
    expect(slack.violations).toEqual([]);
  },
);

test('an installation again takes the place of the one before: its token is used at once here, and within a minute by another process', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const other = await anotherProcess(stage);
  await installs(stage, slack);
  await until('the other process knows it', async () =>
    (await typesIn(other, slack, '649128')).includes('649128'),
  );
  await installs(stage, slack);
  slack.calls.length = 0;
  await typesIn(stage, slack, '700001', { userId: 'U0LUCY' });
  await until('Slack was asked', async () => tokensOf(slack, 'users.info').length > 0);
  stage.advance(61);
  await typesIn(other, slack, '700001', { userId: 'U0POLLY' });
  await until('Slack was asked again', async () => tokensOf(slack, 'users.info').length > 1);
  expect(new Set(tokensOf(slack, 'users.info'))).toEqual(new Set(['xoxb-t0home-2']));
});
