import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { metric } from '../faults/readiness.ts';
import { changes, shares } from '../support/following.ts';
import {
  anotherProcess,
  installs,
  type ManyStage,
  namesOf,
  onManyWorkspaces,
  seenFrom,
  toldUninstalled,
  typesIn,
  uninstalls,
} from '../support/many-workspaces.ts';
import { loggedEvents, PLAIN } from '../support/on-stage.ts';
import { asksToBeReminded, listedReminders } from '../support/reminders.ts';

const SOON = '700012';
const LATER = '700002';
const AGAIN = 'meeting-cards:2:due:departures';

/** A workspace with the app in it, a followed card, a reminder, and what people looked up. */
async function busyWorkspace(stage: ManyStage, workspace: SampleWorkspace): Promise<void> {
  workspace.people.set(PLAIN, person({ id: PLAIN, teamId: workspace.identity.teamId }));
  await installs(stage, workspace);
  const here = seenFrom(stage, workspace);
  await until('all kinds of its data are stored', async () => {
    await shares(here, SOON);
    await asksToBeReminded(here, LATER, 10);
    await typesIn(stage, workspace, '700001');
    const names = await namesOf(stage, workspace.identity.teamId);
    return [
      ':tracked:',
      ':reminders:',
      ':recent:',
      ':profile:',
      ':due:checks',
      ':due:cards',
      ':due:reminders',
    ].every((kind) => names.some((name) => name.includes(kind)));
  });
}

/** Nothing else in Redis names it; fails with what does. */
async function namedOnlyBy(
  stage: ManyStage,
  teamId: string,
  expected: readonly string[] = [],
): Promise<boolean> {
  const left = (await namesOf(stage, teamId)).filter((name) => !expected.includes(name));
  if (left.length > 0) throw new Error(`Redis still has ${left.join(', ')}.`);
  return true;
}

/** Nothing is stored of it, but that its data is looked for once more. */
const isGone = (stage: ManyStage, workspace: SampleWorkspace): Promise<boolean> =>
  namedOnlyBy(stage, workspace.identity.teamId, [AGAIN]);

/** What Redis has of a tenant that stays: no key of its comes or goes. */
const lasting = async (stage: ManyStage, teamId: string): Promise<readonly string[]> =>
  (await namesOf(stage, teamId)).filter((name) => /:(tracked|reminders|recent|installations)/.test(name));

const departures = (stage: ManyStage, outcome: string): Promise<number> =>
  metric(stage.appUrl, `meeting_cards_departures_total{outcome="${outcome}"}`);

test('everything of a workspace that uninstalls the app is deleted, and nothing of another one', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR', botUserId: 'U0FARBOT' });
  await busyWorkspace(stage, slack);
  await busyWorkspace(stage, far);
  const before = await lasting(stage, 'T0FAR');
  await uninstalls(stage, slack);
  await until('nothing of it is left', () => isGone(stage, slack));
  expect(await lasting(stage, 'T0FAR')).toEqual(expect.arrayContaining([...before]));
  expect(await typesIn(stage, slack, '700001')).toBe(en.notInstalled);
  expect(await typesIn(stage, far, '700001')).toContain('700001');
  expect(await listedReminders(seenFrom(stage, far))).toContain('Design review');
});

test('its data is looked for once more two minutes later, and then nothing in Redis names it', async () => {
  const stage = await onManyWorkspaces();
  await busyWorkspace(stage, stage.slack);
  await uninstalls(stage, stage.slack);
  await until('nothing of it is left', () => isGone(stage, stage.slack));
  expect(await namesOf(stage, 'T0HOME')).toEqual([AGAIN]);
  await stage.redis.dump();
  stage.advance(2 * 60);
  await until('nothing names it', () => namedOnlyBy(stage, 'T0HOME'));
});

test('what a process writes late for it is deleted then, too', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  await uninstalls(stage, stage.slack);
  await until('nothing of it is left', () => isGone(stage, stage.slack));
  await withClient(stage.redis.url, async (client) => {
    await client.set('meeting-cards:2:T0HOME:recent:{late}', 'sealed', 'EX', 1000);
    await client.zadd('meeting-cards:2:due:checks', stage.now() + 60 * 60_000, 'T0HOME/700001');
  });
  stage.advance(2 * 60);
  await until('nothing names it', () => namedOnlyBy(stage, 'T0HOME'));
});

test('a process that learns by a refused call that a workspace is gone knows it no more', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const other = await anotherProcess(stage);
  await installs(stage, slack);
  await until('it knows home', async () => (await typesIn(other, slack, '700001')).includes('700001'));
  await uninstalls(stage, slack);
  await until('the installation is deleted', async () => (await departures(stage, 'departed')) === 1);
  await typesIn(other, slack, '700002', { userId: 'U0LUCY' });
  await until('it is gone there', async () => (await departures(other, 'gone')) > 0);
  expect(await typesIn(other, slack, '700001')).toBe(en.notInstalled);
});

test('in another process a workspace is gone within a minute', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const other = await anotherProcess(stage);
  await installs(stage, slack, { app: other });
  expect(await typesIn(stage, slack, '700001')).toContain('700001');
  await uninstalls(other, slack);
  await until('it is gone', async () => loggedEvents(other, 'departure').length > 0);
  stage.advance(60);
  expect(await typesIn(stage, slack, '700001')).toBe(en.notInstalled);
});

describe('an event that says that the app was uninstalled deletes nothing', () => {
  const kept = async (stage: ManyStage, told: () => Promise<unknown>): Promise<void> => {
    const before = await lasting(stage, 'T0HOME');
    await told();
    await until('it is kept', async () => (await departures(stage, 'kept')) === 1);
    expect(await lasting(stage, 'T0HOME')).toEqual(expect.arrayContaining([...before]));
    expect(await typesIn(stage, stage.slack, '700001')).toContain('700001');
  };

  test('when it comes late, after a new installation', async () => {
    const stage = await onManyWorkspaces();
    await busyWorkspace(stage, stage.slack);
    const uninstalledAt = stage.now();
    stage.slack.tokens.uninstall(stage.slack);
    stage.advance(10 * 60);
    await installs(stage, stage.slack);
    await kept(stage, () => toldUninstalled(stage, stage.slack, uninstalledAt));
  });

  test('when the installation is of the same minute by a clock that is ahead, and its token works', async () => {
    const stage = await onManyWorkspaces();
    await busyWorkspace(stage, stage.slack);
    stage.slack.tokens.uninstall(stage.slack);
    await installs(stage, stage.slack);
    await kept(stage, () => toldUninstalled(stage, stage.slack, stage.now() + 30_000));
  });

  test('when Slack does not say whether the token works, and the installation is the newer one', async () => {
    const stage = await onManyWorkspaces();
    await busyWorkspace(stage, stage.slack);
    stage.advance(30);
    await installs(stage, stage.slack);
    await stage.slack.waitFor(({ calls }) => calls.filter(({ method }) => method === 'auth.test').length > 1);
    stage.slack.fault('auth.test', { kind: 'http', status: 503 });
    await kept(stage, () => toldUninstalled(stage, stage.slack, stage.now() - 30_000));
  });

  test('when tokens of single people were revoked', async () => {
    const stage = await onManyWorkspaces();
    await busyWorkspace(stage, stage.slack);
    const { slack, appUrl } = stage;
    const before = await lasting(stage, 'T0HOME');
    await slack.event({ appUrl, event: { type: 'tokens_revoked', tokens: { oauth: ['U0HAN'] } } });
    await until('it was taken', async () =>
      loggedEvents(stage, 'answered').join().includes('"outcome":"kept"'),
    );
    expect(await lasting(stage, 'T0HOME')).toEqual(expect.arrayContaining([...before]));
  });
});

test('an uninstallation long after the installation deletes it, though Slack does not answer', async () => {
  const stage = await onManyWorkspaces();
  await busyWorkspace(stage, stage.slack);
  stage.slack.fault('auth.test', { kind: 'http', status: 503 });
  stage.advance(10 * 60);
  await uninstalls(stage, stage.slack);
  // A check that ran meanwhile may have written something: it is deleted two minutes later.
  await until('the installation is deleted', async () => (await departures(stage, 'departed')) === 1);
  stage.advance(2 * 60);
  await until('nothing names it', () => namedOnlyBy(stage, 'T0HOME'));
});

test.each([
  ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }],
  ['app_uninstalled', { type: 'app_uninstalled' }],
])(
  '%s of an organisation deletes what its workspaces have in common, and not what a workspace installed by itself',
  async (_type, event) => {
    const stage = await onManyWorkspaces();
    const { slack, appUrl } = stage;
    const enterprise = { id: 'E0ORG', name: 'Org' };
    const org = slack.addWorkspace({ teamId: 'T0ONE', enterprise, isEnterpriseInstall: true });
    const alone = slack.addWorkspace({ teamId: 'T0ONE', enterprise });
    await installs(stage, org);
    await installs(stage, alone);
    for (const workspace of [org, alone])
      expect(await typesIn(stage, workspace, '700001')).toContain('700001');
    slack.tokens.uninstall(org);
    await org.event({ appUrl, event });
    await until('nothing of it is left', async () => {
      const own = (await stage.redis.keys()).filter((key) => key.startsWith('meeting-cards:2:E0ORG:'));
      return own.length === 0 && (await departures(stage, 'departed')) === 1;
    });
    expect(await typesIn(stage, org, '700001')).toBe(en.notInstalled);
    expect(await typesIn(stage, alone, '700001')).toContain('700001');
  },
);

describe('a token that Slack refuses', () => {
  test.each(['token_revoked', 'account_inactive'] as const)(
    'with %s during a call: everything of that workspace is deleted',
    async (error) => {
      const stage = await onManyWorkspaces();
      const { slack } = stage;
      await busyWorkspace(stage, slack);
      if (error === 'token_revoked') slack.tokens.revoke(slack.tokens.latest(slack));
      else slack.tokens.uninstall(slack);
      await typesIn(stage, slack, '700002', { userId: 'U0LUCY' });
      await until('nothing of it is left', () => isGone(stage, slack));
      expect(await departures(stage, 'departed')).toBe(1);
      expect(await typesIn(stage, slack, '700001')).toBe(en.notInstalled);
    },
  );

  test.each(['team_access_not_granted', 'invalid_auth'] as const)(
    'with %s during a call, and again when it is asked: the same',
    async (error) => {
      const stage = await onManyWorkspaces();
      const { slack } = stage;
      await busyWorkspace(stage, slack);
      for (const method of ['users.info', 'auth.test']) slack.fault(method, { kind: 'error', error });
      await typesIn(stage, slack, '700002', { userId: 'U0LUCY' });
      await until('nothing of it is left', () => isGone(stage, slack));
      expect(await typesIn(stage, slack, '700001')).toBe(en.notInstalled);
    },
  );

  test('when a card in a channel is updated, which nobody asked for: the same', async () => {
    const stage = await onManyWorkspaces({ env: { CARD_CHECK_SECONDS: '60' } });
    const { slack } = stage;
    await busyWorkspace(stage, slack);
    slack.tokens.uninstall(slack);
    changes(stage, SOON, { title: 'Renamed' });
    stage.advance(61);
    await until('nothing of it is left', () => isGone(stage, slack));
    expect(await departures(stage, 'departed')).toBe(1);
  });

  test('once, and not when it is asked again, deletes nothing', async () => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    await busyWorkspace(stage, slack);
    const before = await lasting(stage, 'T0HOME');
    slack.fault('users.info', { kind: 'error', error: 'invalid_auth' });
    await typesIn(stage, slack, '700002', { userId: 'U0LUCY' });
    await until('it is kept', async () => (await departures(stage, 'kept')) === 1);
    expect(await lasting(stage, 'T0HOME')).toEqual(expect.arrayContaining([...before]));
  });

  test('after a new installation is not the token that counts', async () => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    const other = await anotherProcess(stage);
    await busyWorkspace(stage, slack);
    await until('the other process knows it', async () =>
      (await typesIn(other, slack, '700001')).includes('700001'),
    );
    slack.tokens.uninstall(slack);
    await installs(stage, slack);
    await typesIn(other, slack, '700002', { userId: 'U0LUCY' });
    await until('it is kept', async () => (await departures(other, 'kept')) === 1);
    expect(await typesIn(stage, slack, '700001')).toContain('700001');
  });

  test('in a deployment of one workspace deletes nothing', async () => {
    const stage = await onManyWorkspaces({
      env: {
        SLACK_BOT_TOKEN: 'xoxb-sample',
        SLACK_CLIENT_ID: '',
        SLACK_CLIENT_SECRET: '',
        SLACK_STATE_SECRET: '',
      },
    });
    const { slack } = stage;
    await until('it is stored', async () => {
      await typesIn(stage, slack, '700001');
      stage.advance(400);
      return (await stage.redis.keys()).some((key) => key.endsWith(':meeting:{700001}'));
    });
    slack.fault('users.info', { kind: 'error', error: 'account_inactive' });
    slack.fault('auth.test', { kind: 'error', error: 'account_inactive' });
    expect(await typesIn(stage, slack, '700001', { userId: 'U0LUCY' })).toContain('700001');
    expect((await stage.redis.keys()).some((key) => key.endsWith(':meeting:{700001}'))).toBe(true);
    expect(loggedEvents(stage, 'departure')).toEqual([]);
  });
});

test('Redis is lost while a workspace leaves: it is deleted when Redis is back', async () => {
  const stage = await onManyWorkspaces({ storage: 'hangs' });
  const { slack } = stage;
  await busyWorkspace(stage, slack);
  slack.tokens.uninstall(slack);
  await stage.redis.freeze();
  await toldUninstalled(stage, slack);
  await until('that failed', async () => (await departures(stage, 'failed')) > 0);
  stage.redis.thaw();
  await until('nothing of it is left', async () => {
    await typesIn(stage, slack, '700002', { userId: 'U0POLLY' });
    stage.advance(11);
    return isGone(stage, slack);
  });
});
