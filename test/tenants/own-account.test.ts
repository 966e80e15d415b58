import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { accountOf } from '../../sandbox/conference/samples/people.ts';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { accessOf } from '../support/access.ts';
import {
  ACCOUNT_ADMIN,
  type AccountStage,
  connects,
  onAccounts,
  openedAccount,
  ownAccount,
} from '../support/accounts.ts';
import { changes, shares, showsSoon } from '../support/following.ts';
import { homeShowsSoon, openedHome } from '../support/home.ts';
import { modalShown, onlyUnfurl, paste, press, topModal } from '../support/interactions.ts';
import {
  anotherProcess,
  installs,
  keysOf,
  seenFrom,
  typesIn,
  uninstalls,
} from '../support/many-workspaces.ts';
import { shownIn } from '../support/reading.ts';
import { makesAdmin, openedSettings } from '../support/settings.ts';
import type { StageOptions } from '../support/stage.ts';

const OLD = 'Quarterly review';
const OWN = 'Meeting of our own';
const ACCOUNT = 'meeting-cards:2:T0HOME:conference-account';
const LINK = 'https://ntest.qsh1.cn/k/att700001';

/** The environment gives an account, too; at the workspace's own service, the same number is another meeting. */
async function onBoth({ env, ...options }: StageOptions = {}): Promise<AccountStage> {
  const stage = await onAccounts({ ...options, env: { CONFERENCE_USER_ID: '88893351', ...env } });
  const other = {
    title: OWN,
    hostId: 1,
    attendList: [],
    attendeeJoinUrl: 'https://ntest.qsh1.cn/k/own700001',
  };
  changes({ conference: stage.own }, '700001', {
    ...other,
    webRTCUrl: '',
    hostJoinUrl: '',
    pcode1: '2015019900099999',
  });
  return stage;
}

const finds = (stage: AccountStage, text = '700001'): Promise<string> =>
  typesIn(stage, stage.slack, text, { userId: ACCOUNT_ADMIN });

/** The pages of the settings that an admin reads. */
async function settingsOf(stage: AccountStage): Promise<string> {
  stage.slack.stacks.delete(ACCOUNT_ADMIN);
  return shownIn(await openedSettings(stage, ACCOUNT_ADMIN));
}

async function disconnects(stage: AccountStage): Promise<void> {
  await openedAccount(stage);
  await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account_remove');
}

describe('without an account of its own, a workspace', () => {
  test("asks with the deployment's, and the settings say so", async () => {
    const stage = await onBoth();
    expect(await finds(stage)).toContain(OLD);
    expect(await settingsOf(stage)).toContain(en.account.state.deployment);
  });

  test("is not asked for with another workspace's", async () => {
    const stage = await onBoth();
    const far = stage.slack.addWorkspace({ teamId: 'T0FAR' });
    await installs(stage, far);
    await connects(stage, ownAccount(stage));
    expect(await typesIn(stage, far, '700001')).toContain(OLD);
    expect(await finds(stage)).toContain(OWN);
    expect(await typesIn(stage, far, '700001')).toContain(OLD);
  });
});

describe('after the account was changed, nothing is left of the old one:', () => {
  test('no meeting, by number, link or host password', async () => {
    const stage = await onBoth();
    for (const typed of ['700001', LINK, '201501990001700001'])
      expect(await finds(stage, typed)).toContain(OLD);
    await connects(stage, ownAccount(stage));
    expect(await finds(stage)).toContain(OWN);
    expect(await finds(stage, LINK)).toContain(en.failure['unknown-link'].what);
    expect(await finds(stage, '201501990001700001')).not.toContain(OLD);
  });

  test('no proof of who somebody is, and no right', async () => {
    const stage = await onBoth();
    expect(await accessOf(stage, 'U0HAN', '700001')).toContain('open-sesame');
    stage.own.meetings.accounts.clear();
    await connects(stage, ownAccount(stage));
    expect(await accessOf(stage, 'U0HAN', '700001')).not.toMatch(/open-sesame|201501990001700001/);
  });

  test('no list of meetings, and no meeting that was looked up recently', async () => {
    const stage = await onBoth();
    await finds(stage);
    await until('it is stored', async () =>
      (await keysOf(stage, 'T0HOME')).some((key) => key.includes(':recent:')),
    );
    expect(shownIn(await openedHome(stage, ACCOUNT_ADMIN))).toContain(OLD);
    stage.own.meetings.accounts.set(
      'ann@example.com',
      accountOf({ userId: 5, displayName: 'Ann', email: 'ann@example.com', mobile: '1' }),
    );
    await connects(stage, ownAccount(stage));
    const home = JSON.stringify(await openedHome(stage, ACCOUNT_ADMIN));
    expect(home).not.toContain(OLD);
    expect(home).not.toContain('700001');
  });

  test('also in another process, within a minute', async () => {
    const stage = await onBoth();
    const other = await anotherProcess(stage);
    expect(await typesIn(other, stage.slack, '700001')).toContain(OLD);
    await connects(stage, ownAccount(stage));
    stage.advance(61);
    expect(await typesIn(other, stage.slack, '700001')).toContain(OWN);
    await disconnects(stage);
    stage.advance(61);
    expect(await typesIn(other, stage.slack, '700001')).toContain(OLD);
  });

  test('and cards that stand in channels go on with the new one', async () => {
    const stage = await onBoth({ env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700001', { userId: ACCOUNT_ADMIN });
    expect(shownIn(card)).toContain(OLD);
    await connects(stage, ownAccount(stage));
    stage.advance(61);
    await showsSoon(stage, () => card, OWN);
  });
});

describe('an account that was disconnected', () => {
  test("is deleted with its secrets, and the deployment's is asked with again", async () => {
    const stage = await onBoth();
    await connects(stage, ownAccount(stage));
    await disconnects(stage);
    expect(modalShown(stage, ACCOUNT_ADMIN)).toContain(en.account.disconnected);
    expect(await stage.redis.keys()).not.toContain(ACCOUNT);
    expect(await finds(stage)).toContain(OLD);
    expect(await settingsOf(stage)).toContain(en.account.state.deployment);
  });

  test('stays where Redis does not answer, and the admin is told', async () => {
    const stage = await onBoth({ storage: 'hangs' });
    await connects(stage, ownAccount(stage));
    await openedAccount(stage);
    await stage.redis.freeze();
    await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account_remove');
    expect(modalShown(stage, ACCOUNT_ADMIN)).toContain(en.account.fault.unavailable);
    expect(await finds(stage)).toContain(OWN);
    stage.redis.thaw();
  });

  test('stays where a member forges the button', async () => {
    const stage = await onBoth();
    await connects(stage, ownAccount(stage));
    const form = await openedAccount(stage);
    const home = { ...(await openedHome(stage, 'U0LUCY')), blocks: form.blocks };
    await press(stage, home, 'meeting_account_remove');
    expect(await stage.redis.keys()).toContain(ACCOUNT);
  });
});

describe('what is stored of an account', () => {
  test('is sealed with the new CACHE_KEY as it is read, after that was replaced', async () => {
    const stage = await onBoth();
    await connects(stage, ownAccount(stage));
    const stored = async () => JSON.stringify((await stage.redis.dump()).get(ACCOUNT)?.value);
    const before = await stored();
    const next = { CACHE_KEY: 'the key that comes next' };
    const rotated = await anotherProcess(stage, { ...next, CACHE_KEY_PREVIOUS: 'the key of the stage' });
    expect(await typesIn(rotated, stage.slack, '700001')).toContain(OWN);
    await until('it is sealed again', async () => (await stored()) !== before);
    const last = await anotherProcess(stage, next);
    expect(await typesIn(last, stage.slack, '700001')).toContain(OWN);
  });

  test("does not open in the place of another workspace's, which is not asked for with the deployment's then", async () => {
    const stage = await onBoth();
    const far = stage.slack.addWorkspace({ teamId: 'T0FAR' });
    await installs(stage, far);
    makesAdmin({ slack: far }, ACCOUNT_ADMIN);
    await connects(stage, ownAccount(stage));
    await withClient(stage.redis.url, (client) =>
      client.copy(ACCOUNT, 'meeting-cards:2:T0FAR:conference-account'),
    );
    stage.advance(61);
    expect(await typesIn(stage, far, '700001')).toContain(en.failure['no-account'].what);
    const seen = seenFrom(stage, far);
    expect(shownIn(await openedSettings(seen, ACCOUNT_ADMIN))).toContain(en.account.state.unreadable);
  });

  test('is not used where its host is allowed no more, and the settings say so', async () => {
    const stage = await onBoth();
    await connects(stage, ownAccount(stage));
    await homeShowsSoon(stage, ACCOUNT_ADMIN, en.account.connectedOn);
    const before = stage.own.questions.length;
    const strict = { ...stage, ...(await anotherProcess(stage, { CONFERENCE_API_HOSTS: '' })) };
    expect(await typesIn(strict, stage.slack, '700001')).toContain(en.failure['no-account'].what);
    expect(await settingsOf(strict)).toContain(en.account.state['not-allowed']);
    expect(stage.own.questions).toHaveLength(before);
  });

  test('is deleted with the workspace', async () => {
    const stage = await onBoth();
    await connects(stage, ownAccount(stage));
    await uninstalls(stage, stage.slack);
    await until('it is gone', async () => (await keysOf(stage, 'T0HOME')).length === 0);
    await installs(stage, stage.slack);
    expect(await finds(stage)).toContain(OLD);
  });
});

test('the links of an account are those of its domains', async () => {
  const stage = await onBoth();
  const link = 'https://meet.example/k/own700001';
  changes({ conference: stage.own }, '700001', { attendeeJoinUrl: link });
  await connects(stage, { ...ownAccount(stage), account_domains: 'Meet.example, other.example' });
  await finds(stage);
  expect(shownIn(onlyUnfurl(await paste(stage, link)))).toContain(OWN);
  expect(await finds(stage, link)).toContain(OWN);
  expect(await finds(stage, LINK)).toContain(en.noReference['foreign-link']);
  expect(stage.own.questions.some(({ path }) => path === infosPath)).toBe(true);
});
