import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { BUILT } from '../faults/built.ts';
import { ACCOUNT_ADMIN, connects, OWN_TOKEN, onAccounts, ownAccount } from '../support/accounts.ts';
import {
  installs,
  keysOf,
  MANY_ENV,
  type ManyStage,
  onManyWorkspaces,
  typesIn,
} from '../support/many-workspaces.ts';
import { makesAdmin, setsForChannel, setsForWorkspace } from '../support/settings.ts';

/** `npm run tenants -- …` in the environment of a stage; `env` goes over it. */
async function tenants(
  { redis }: Pick<ManyStage, 'redis'>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const command = spawn(process.execPath, [`${BUILT}/tenants.js`, ...args], {
    env: {
      PATH: process.env.PATH,
      SLACK_SIGNING_SECRET: 'sample-signing-secret',
      ...MANY_ENV,
      CONFERENCE_USER_ID: '1',
      REDIS_URL: redis.url,
      ...env,
    },
  });
  let [out, error] = ['', ''];
  command.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  command.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  const code = await new Promise((resolve) => command.once('close', resolve));
  return { code, out, error };
}

test('the tenants are listed and shown without their tokens', async () => {
  const stage = await onManyWorkspaces();
  const enterprise = { id: 'E0ORG', name: 'Org\u001b[2J' };
  await installs(stage, stage.slack);
  await installs(stage, stage.slack.addWorkspace({ teamId: 'T0ONE', enterprise, isEnterpriseInstall: true }));
  const listed = await tenants(stage, ['list']);
  expect(listed).toEqual({
    code: 0,
    out: 'E0ORG\torganisation\t2030-12-30T02:00:00.000Z\tOrg [2J\nT0HOME\tworkspace\t2030-12-30T02:00:00.000Z\tMeeting Cards Inc\n',
    error: '',
  });
  const shown = await tenants(stage, ['show', 'T0HOME']);
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/kind +workspace\nname +Meeting Cards Inc\nworkspace +T0HOME\n/);
  expect(shown.out).toContain('installed by U0HAN');
  expect(listed.out + shown.out).not.toContain('xoxb');
});

test('that a tenant has a conference account of its own is shown, without its secrets', async () => {
  const stage = await onAccounts();
  expect((await tenants(stage, ['show', 'T0HOME'])).out).toMatch(/account +the deployment's/);
  await connects(stage, ownAccount(stage));
  const { out } = await tenants(stage, ['show', 'T0HOME']);
  expect(out).toContain(
    `its own, at ${stage.own.url}, since 2030-12-30T02:00:00.000Z, set by ${ACCOUNT_ADMIN}`,
  );
  expect(out).not.toContain(OWN_TOKEN);
});

test('what was set is shown with the tenant, and goes with it', async () => {
  const stage = await onManyWorkspaces();
  makesAdmin(stage);
  await installs(stage, stage.slack);
  await setsForWorkspace(stage, { visibility: 'invited', linkPreviews: 'off' });
  await setsForChannel(stage, { following: 'off' });
  const { out } = await tenants(stage, ['show', 'T0HOME']);
  expect(out).toMatch(
    /settings +visibility=invited linkPreviews=off\nchannels +1 with settings of their own\n/,
  );
  expect(await keysOf(stage, 'T0HOME')).toContain('meeting-cards:2:T0HOME:settings');
  await tenants(stage, ['delete', 'T0HOME']);
  expect(await keysOf(stage, 'T0HOME')).toEqual([]);
});

test('a tenant is deleted by hand, with all that is stored of it', async () => {
  const stage = await onManyWorkspaces();
  const far = stage.slack.addWorkspace({ teamId: 'T0FAR' });
  for (const workspace of [stage.slack, far]) {
    await installs(stage, workspace);
    await until('something is stored', async () => {
      await typesIn(stage, workspace, '700001');
      stage.advance(400);
      return (await keysOf(stage, workspace.identity.teamId)).some((key) => key.includes(':meeting:'));
    });
  }
  const deleted = await tenants(stage, ['delete', 'T0HOME']);
  expect(deleted).toEqual({ code: 0, out: 'Deleted T0HOME, and all that was stored of it.\n', error: '' });
  expect(await keysOf(stage, 'T0HOME')).toEqual([]);
  stage.advance(61);
  expect(await typesIn(stage, stage.slack, '700001')).toBe(en.notInstalled);
  expect(await typesIn(stage, far, '700001')).toContain('700001');
  expect(await tenants(stage, ['delete', 'T0HOME'])).toMatchObject({ code: 1, out: '' });
});

describe('it says what is wrong', () => {
  test.each<readonly [string, readonly string[], Readonly<Record<string, string>>, number, string]>([
    ['without a command', [], {}, 2, 'Usage: npm run tenants -- list | show <id> | delete <id>'],
    ['with an unknown one', ['drop', 'T0HOME'], {}, 2, 'Usage:'],
    ['without an id', ['delete'], {}, 2, 'Usage:'],
    ['with an id that is none', ['delete', '*'], {}, 2, 'Usage:'],
    ['for an unknown tenant', ['show', 'T0NONE'], {}, 1, 'There is no readable installation of T0NONE.'],
    ['with a wrong configuration', ['list'], { CACHE_KEY: 'short' }, 1, 'CACHE_KEY must have at least'],
    [
      'for a deployment of one workspace',
      ['list'],
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_CLIENT_ID: '', SLACK_CLIENT_SECRET: '', SLACK_STATE_SECRET: '' },
      1,
      'This deployment has the one workspace of SLACK_BOT_TOKEN.',
    ],
    ['without Redis', ['list'], { REDIS_URL: 'redis://127.0.0.1:9' }, 1, 'Redis cannot be reached.'],
  ])('%s', async (_what, args, env, code, error) => {
    const stage = await onManyWorkspaces();
    expect(await tenants(stage, args, env)).toMatchObject({
      code,
      out: '',
      error: expect.stringContaining(error),
    });
  });
});
