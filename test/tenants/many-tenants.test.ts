import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { metric } from '../faults/readiness.ts';
import { shares } from '../support/following.ts';
import {
  anotherProcess,
  installs,
  keysOf,
  type ManyStage,
  onManyWorkspaces,
  seenFrom,
  tokensOf,
  typesIn,
} from '../support/many-workspaces.ts';
import { loggedEvents } from '../support/on-stage.ts';

const ORG = { id: 'E0ORG', name: 'Org' };

/** How often Redis was asked for a field, such as an installation. */
const fieldsRead = ({ redis }: ManyStage): Promise<number> =>
  withClient(redis.url, async (client) =>
    Number(/cmdstat_hget:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0),
  );

test('two workspaces that ask for the same meeting have their own tokens and their own keys', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR', teamName: 'Far', botUserId: 'U0FARBOT' });
  await installs(stage, slack);
  await installs(stage, far);
  for (const workspace of [slack, far]) {
    await until('the meeting is stored', async () => {
      expect(await typesIn(stage, workspace, '700001', { userId: 'U0HAN' })).toContain('700001');
      stage.advance(400);
      const keys = await keysOf(stage, workspace.identity.teamId);
      return keys.some((key) => key.endsWith(':meeting:{700001}'));
    });
  }
  expect(new Set(tokensOf(slack, 'users.info'))).toEqual(new Set(['xoxb-t0home-1']));
  expect(new Set(tokensOf(far, 'users.info'))).toEqual(new Set(['xoxb-t0far-2']));
  const others = (await stage.redis.keys()).filter(
    (key) => !/:(T0HOME|T0FAR):|:due:|:installations$|:installs-begun$/.test(key),
  );
  expect(others).toEqual([]);
});

test('what one workspace looked up is not listed as recent for a person of the same id in another', async () => {
  const stage = await onManyWorkspaces();
  const { slack, appUrl } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  await installs(stage, slack);
  await installs(stage, far);
  await typesIn(stage, slack, '700009', { userId: 'U0ANN' });
  await until('it is listed at home', async () => {
    await slack.openHome({ appUrl, userId: 'U0ANN' });
    return JSON.stringify(slack.homes.get('U0ANN')).includes('meeting 700009');
  });
  await far.openHome({ appUrl, userId: 'U0ANN' });
  const home = await slack.waitFor(() => far.homes.get('U0ANN'));
  expect(JSON.stringify(home)).not.toContain('700009');
});

test('a block that one workspace does not take is still tried in another', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  slack.refusedBlocks.add('container');
  for (const workspace of [slack, far]) await installs(stage, workspace);
  const firstBlock = async (workspace: SampleWorkspace, digits: string) => {
    const there = { ...stage, ...seenFrom(stage, workspace) };
    return (await shares(there, digits, { userId: 'U0ANN' })).blocks[0]?.type;
  };
  expect(await firstBlock(slack, '700001')).toBe('header');
  expect(await firstBlock(far, '700001')).toBe('container');
  slack.refusedBlocks.clear();
  expect(await firstBlock(slack, '700002')).toBe('header');
  expect(loggedEvents(stage, 'block-switched-off')).toHaveLength(1);
});

test('the installation of an organisation serves its workspaces with one token, and stands beside that of a workspace', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const org = { enterprise: ORG, isEnterpriseInstall: true };
  const one = slack.addWorkspace({ teamId: 'T0ONE', ...org });
  const two = slack.addWorkspace({ teamId: 'T0TWO', ...org });
  one.people.clear();
  two.people.clear();
  two.channels.delete('C0TEAM');
  one.people.set(
    'U1ANN',
    person({ id: 'U1ANN', teamId: 'T0ONE', enterpriseId: ORG.id, email: 'ann@example.com' }),
  );
  two.people.set(
    'U2ANN',
    person({ id: 'U2ANN', teamId: 'T0TWO', enterpriseId: ORG.id, email: 'ann@example.com' }),
  );
  const page = await installs(stage, one, { userId: 'U1ANN' });
  expect(page.text).toContain(en.installPages['installed-organisation'].title);
  expect(await typesIn(stage, one, '700001', { userId: 'U1ANN' })).toContain('700001');
  expect(await typesIn(stage, two, '700001', { userId: 'U2ANN', channelId: 'C0NOBOT' })).toContain('700001');
  expect(tokensOf(two, 'users.info')).toEqual(['xoxb-e0org-1']);
  const alone = slack.addWorkspace({ teamId: 'T0ONE', enterprise: ORG, isEnterpriseInstall: false });
  expect(await typesIn(stage, alone, '700001')).toBe(en.notInstalled);
  await installs(stage, alone);
  await typesIn(stage, alone, '700001');
  expect(new Set(tokensOf(alone, 'users.info'))).toEqual(new Set(['xoxb-t0one-2']));
  await until('each has keys of its own', async () => {
    await typesIn(stage, one, '700001', { userId: 'U1ANN' });
    await typesIn(stage, alone, '700001');
    stage.advance(400);
    return (await keysOf(stage, 'E0ORG')).length > 0 && (await keysOf(stage, 'T0ONE')).length > 0;
  });
});

test('a workspace without an installation is looked up once in ten seconds, however much it sends, and counted', async () => {
  const stage = await onManyWorkspaces();
  const { slack, appUrl } = stage;
  const stranger = slack.addWorkspace({ teamId: 'T0STRANGE' });
  const before = await fieldsRead(stage);
  for (let nth = 0; nth < 10; nth += 1)
    expect(await typesIn(stage, stranger, '649128')).toBe(en.notInstalled);
  const opened = await stranger.openHome({ appUrl });
  expect([opened.status, opened.text, stranger.calls]).toEqual([200, '', []]);
  expect((await fieldsRead(stage)) - before).toBe(1);
  stage.advance(10);
  await typesIn(stage, stranger, '649128');
  expect((await fieldsRead(stage)) - before).toBe(2);
  const counted = 'meeting_cards_unknown_installations_total';
  expect(await metric(appUrl, `${counted}{kind="command"}`)).toBe(11);
  await until('the event is counted', async () => (await metric(appUrl, `${counted}{kind="event"}`)) === 1);
});

test('a known workspace and its account are looked up once a minute, however much it sends', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  await typesIn(stage, stage.slack, 'help');
  await stage.slack.waitFor(({ calls }) => calls.some(({ method }) => method === 'chat.postMessage'));
  const before = await fieldsRead(stage);
  for (let nth = 0; nth < 10; nth += 1) await typesIn(stage, stage.slack, 'help');
  expect((await fieldsRead(stage)) - before).toBe(0);
  stage.advance(61);
  await typesIn(stage, stage.slack, 'help');
  expect((await fieldsRead(stage)) - before).toBe(2);
});

test('while Redis is away, who was known goes on to be answered, who was not is told so, and both are when it is back', async () => {
  const stage = await onManyWorkspaces({ storage: 'hangs' });
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  await installs(stage, slack);
  await installs(stage, far);
  await typesIn(stage, slack, '700001');
  const other = await anotherProcess(stage);
  await until('it knows home', async () => (await typesIn(other, slack, '700001')).includes('700001'));
  await stage.redis.freeze();
  stage.advance(61);
  expect(await typesIn(other, slack, '700001')).toContain('700001');
  expect(await typesIn(other, far, '700001')).toBe(en.failure.internal.what);
  stage.redis.thaw();
  await until('both are answered', async () => (await typesIn(other, far, '700001')).includes('700001'));
  stage.advance(11);
  expect(await typesIn(other, slack, '700001')).toContain('700001');
});

test('no token, secret or name of a workspace is in a line of the log or a metric', async () => {
  const stage = await onManyWorkspaces();
  const { slack, appUrl } = stage;
  await installs(stage, slack);
  await typesIn(stage, slack, '700001');
  slack.tokens.uninstall(slack);
  await slack.event({ appUrl, event: { type: 'app_uninstalled' } });
  await until('it is gone', async () => loggedEvents(stage, 'departure').length > 0);
  const said = stage.log.text() + (await (await fetch(`${appUrl}/metrics`)).text());
  expect(loggedEvents(stage, 'installed')).toHaveLength(1);
  expect(said).not.toMatch(/xoxb|T0HOME|Meeting Cards Inc|sample-(client|state)-secret|key of the stage/);
  expect(JSON.stringify([...(await stage.redis.dump())])).not.toMatch(/xoxb|U0HAN|Meeting Cards Inc/);
});
