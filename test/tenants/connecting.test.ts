import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { askerId } from '../../sandbox/conference/meetings.ts';
import { withClient } from '../../sandbox/redis/contents.ts';
import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import {
  ACCOUNT_ADMIN,
  type AccountStage,
  connects,
  OWN_TOKEN,
  onAccounts,
  openedAccount,
  ownAccount,
  sendsAccount,
} from '../support/accounts.ts';
import { openedHome } from '../support/home.ts';
import { done, modalShown, press, topModal } from '../support/interactions.ts';
import { typesIn } from '../support/many-workspaces.ts';
import { loggedEvents } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { becomes, makesAdmin, openedSettings } from '../support/settings.ts';

const NAME = 'Quarterly review';
const { fault } = en.account;

const finds = (stage: AccountStage): Promise<string> => typesIn(stage, stage.slack, '700001');
const without = en.failure['no-account'].what;

describe('an account that works', () => {
  test('is tried with one question, stored, and asked with from then on', async () => {
    const stage = await onAccounts();
    expect(await finds(stage)).toContain(without);
    const view = await openedAccount(stage);
    const { errors, shown } = await sendsAccount(stage, ownAccount(stage), view);
    expect(errors).toEqual({});
    expect(shown).toContain(en.account.connected);
    expect(stage.own.questions.map(({ path }) => path)).toEqual([listPath]);
    expect(await finds(stage)).toContain(NAME);
    expect(stage.conference.questions).toEqual([]);
  });

  test('may have a key and a secret', async () => {
    const auth = { kind: 'app', appKey: 'own-key', appSecret: 'own-secret' } as const;
    const stage = await onAccounts({ auth });
    const { account_token: _none, ...rest } = ownAccount(stage);
    const filled = { ...rest, account_key: auth.appKey, account_secret: auth.appSecret };
    expect((await connects(stage, filled)).shown).toContain(en.account.connected);
    expect(await finds(stage)).toContain(NAME);
  });

  test('may need neither', async () => {
    const stage = await onAccounts({ auth: { kind: 'none' } });
    const { account_token: _none, ...rest } = ownAccount(stage);
    expect((await connects(stage, rest)).shown).toContain(en.account.connected);
  });

  test('is shown in the settings with who connected it and when, and without its secret', async () => {
    const stage = await onAccounts();
    expect(shownIn(await openedSettings(stage, ACCOUNT_ADMIN))).toContain(en.account.state.none);
    await connects(stage, ownAccount(stage));
    stage.slack.stacks.delete(ACCOUNT_ADMIN);
    const settings = shownIn(await openedSettings(stage, ACCOUNT_ADMIN));
    expect(settings).toContain(en.account.connectedOn);
    expect(settings).toContain(`<@${ACCOUNT_ADMIN}>`);
    const form = await openedAccount(stage);
    expect(JSON.stringify(form.blocks)).toContain(`"initial_value":"${askerId}"`);
    expect(JSON.stringify(form)).not.toContain(OWN_TOKEN);
  });

  test('is shown at once in the settings below the form', async () => {
    const stage = await onAccounts();
    const settings = await openedSettings(stage, ACCOUNT_ADMIN);
    await press(stage, settings, 'meeting_account');
    await sendsAccount(stage, ownAccount(stage), topModal(stage, ACCOUNT_ADMIN));
    expect(shownIn(settings)).toContain(en.account.connectedOn);
    stage.slack.stacks.set(ACCOUNT_ADMIN, [settings.id]);
    await press(stage, settings, 'meeting_account');
    await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account_remove');
    expect(shownIn(settings)).toContain(en.account.state.none);
  });

  test('is offered in the language of the admin', async () => {
    const stage = await onAccounts();
    makesAdmin(stage, 'U0HAN');
    await openedAccount(stage, 'U0HAN');
    expect(modalShown(stage, 'U0HAN')).toContain(zh.account.about);
  });

  test('leaves its secret in no line of the log, no metric, no view, no call of Slack, and nothing readable in Redis', async () => {
    const stage = await onAccounts();
    await connects(stage, { ...ownAccount(stage), account_token: 'wrong-token-mark' });
    await connects(stage, ownAccount(stage));
    await finds(stage);
    await openedAccount(stage);
    const { slack, appUrl, redis } = stage;
    const metrics = await (await fetch(`${appUrl}/metrics`)).text();
    const stored = JSON.stringify([...(await redis.dump())]);
    const seen = JSON.stringify([slack.calls, slack.responses, [...slack.views], [...slack.homes]]);
    expect(stored).toContain('T0HOME:conference-account');
    for (const text of [stage.log.text(), metrics, stored, seen]) expect(text).not.toMatch(/token-mark/);
    expect(slack.violations).toEqual([]);
  });
});

describe('an account that does not work is not stored, and the field says why:', () => {
  test('a wrong token', async () => {
    const stage = await onAccounts();
    const { errors } = await connects(stage, { ...ownAccount(stage), account_token: 'another-token' });
    expect(errors).toEqual({
      account_token: en.account.refused('10002', 'the token is missing or wrong'),
    });
    expect(await finds(stage)).toContain(without);
  });

  test('a host that cannot be reached', async () => {
    const stage = await onAccounts();
    const view = await openedAccount(stage);
    await stage.own.close();
    expect((await sendsAccount(stage, ownAccount(stage), view)).errors).toEqual({
      account_host: fault.unreachable,
    });
  });

  test('the only host there is, which cannot be reached', async () => {
    const stage = await onAccounts({ env: { CONFERENCE_API_HOSTS: '' } });
    const { account_host: _none, ...rest } = ownAccount(stage);
    const view = await openedAccount(stage);
    expect(JSON.stringify(view.blocks)).not.toContain('account_host');
    await stage.conference.close();
    expect((await sendsAccount(stage, rest, view)).errors).toEqual({ account_user: fault.unreachable });
  });

  test('a host that answers something else', async () => {
    const stage = await onAccounts();
    stage.own.fault({ kind: 'html' });
    expect((await connects(stage, ownAccount(stage))).errors).toEqual({ account_host: fault.unreadable });
  });

  test('a host that sends the app elsewhere, where it does not go', async () => {
    const stage = await onAccounts();
    stage.own.fault({ kind: 'redirect', to: `${stage.conference.url}${listPath}` });
    expect((await connects(stage, ownAccount(stage))).errors).toEqual({ account_host: fault.unreadable });
    expect(stage.conference.questions).toEqual([]);
  });

  test.each([
    ['account_user', { account_user: '12a' }, fault['user-id']],
    ['account_user', { account_user: '0' }, fault['user-id']],
    ['account_token', { account_key: 'k', account_secret: 's' }, fault['token-or-key']],
    ['account_secret', { account_token: '', account_key: 'k' }, fault['key-without-secret']],
    ['account_key', { account_token: '', account_secret: 's' }, fault['secret-without-key']],
    ['account_token', { account_token: 'two words' }, fault.characters],
    ['account_token', { account_token: 'a\r\nhost: inner' }, fault.characters],
    ['account_key', { account_token: '', account_key: 'ключ', account_secret: 's' }, fault.characters],
    ['account_domains', { account_domains: 'https://qsh1.cn/' }, fault.domains],
    ['account_domains', { account_domains: '10.0.0.1' }, fault.domains],
    ['account_domains', { account_domains: 'localhost' }, fault.domains],
  ])('a wrong value of %s, before anything is asked', async (field, change, sentence) => {
    const stage = await onAccounts();
    const { errors } = await connects(stage, { ...ownAccount(stage), ...change });
    expect(errors).toEqual({ [field]: sentence });
    expect(stage.own.questions).toEqual([]);
  });

  test('a slow service, after the admin was told to wait; what was typed stands there again, but for the secret', async () => {
    const stage = await onAccounts();
    stage.own.fault({ kind: 'hang' });
    const view = await openedAccount(stage);
    const { shown } = await sendsAccount(
      stage,
      { ...ownAccount(stage), account_domains: 'meet.example' },
      view,
    );
    expect(shown).toContain(fault.timeout);
    const again = topModal(stage, ACCOUNT_ADMIN);
    expect(JSON.stringify(again.blocks)).toContain('meet.example');
    expect(JSON.stringify(again)).not.toContain(OWN_TOKEN);
    expect(stage.slack.calls.filter(({ method }) => method === 'views.update').length).toBeGreaterThan(0);
    stage.own.heal();
    expect((await sendsAccount(stage, ownAccount(stage), again)).shown).toContain(en.account.connected);
  });

  test('more tries in a minute than an admin needs', async () => {
    const stage = await onAccounts();
    const view = await openedAccount(stage);
    for (let nth = 0; nth < 10; nth += 1)
      await sendsAccount(stage, { ...ownAccount(stage), account_token: `wrong${nth}` }, view);
    const { errors } = await sendsAccount(stage, ownAccount(stage), view);
    expect(errors).toMatchObject({ account_user: expect.stringContaining('tried too often') });
    expect(stage.own.questions).toHaveLength(10);
  });
});

describe('a change', () => {
  test('without secrets keeps those that are stored, if host and user stay', async () => {
    const stage = await onAccounts();
    await connects(stage, ownAccount(stage));
    const changed = { ...ownAccount(stage), account_token: '', account_domains: 'meet.example' };
    expect((await connects(stage, changed)).shown).toContain(en.account.connected);
    expect(await finds(stage)).toContain(NAME);
  });

  test.each([
    ['another host', { account_host: 'default' }],
    ['another user', { account_user: '88893352' }],
  ])('to %s needs them again: a stored secret goes nowhere else', async (_what, change) => {
    const stage = await onAccounts();
    await connects(stage, ownAccount(stage));
    const view = await openedAccount(stage);
    const before = stage.own.questions.length;
    const filled = { ...ownAccount(stage), account_token: '', ...change };
    expect((await sendsAccount(stage, filled, view)).errors).toEqual({
      account_token: fault['credentials-needed'],
    });
    expect(stage.own.questions).toHaveLength(before);
    expect(stage.conference.questions).toEqual([]);
  });

  test('that does not work leaves the account as it was', async () => {
    const stage = await onAccounts();
    await connects(stage, ownAccount(stage));
    await connects(stage, { ...ownAccount(stage), account_token: 'wrong' });
    stage.advance(400);
    expect(await finds(stage)).toContain(NAME);
  });

  test('that Redis does not take leaves the account as it was, and says so', async () => {
    const stage = await onAccounts();
    await connects(stage, ownAccount(stage));
    const view = await openedAccount(stage);
    await withClient(stage.redis.url, (client) => client.config('SET', 'maxmemory', '1'));
    const changed = { ...ownAccount(stage), account_domains: 'meet.example' };
    expect((await sendsAccount(stage, changed, view)).errors).toEqual({ account_user: fault.unavailable });
    await withClient(stage.redis.url, (client) => client.config('SET', 'maxmemory', '0'));
    const settings = await openedAccount(stage);
    expect(JSON.stringify(settings)).not.toContain('meet.example');
    expect(await finds(stage)).toContain(NAME);
  });

  test('while Redis does not answer at all is said to have failed, too', async () => {
    const stage = await onAccounts({ storage: 'hangs' });
    const view = await openedAccount(stage);
    await stage.redis.freeze();
    expect((await sendsAccount(stage, ownAccount(stage), view)).errors).toEqual({
      account_user: fault.unavailable,
    });
    stage.redis.thaw();
  });
});

describe('only an owner or admin of the workspace connects an account:', () => {
  const forged = (view: StoredView, userId: string): StoredView => ({ ...view, userId });

  test('a member who presses the button is told so', async () => {
    const stage = await onAccounts();
    const settings = await openedSettings(stage, ACCOUNT_ADMIN);
    const home = { ...(await openedHome(stage, 'U0LUCY')), blocks: settings.blocks };
    await press(stage, home, 'meeting_account');
    expect(modalShown(stage, 'U0LUCY')).toContain(en.onlyAdmins);
  });

  test.each([
    ['a member', 'U0LUCY'],
    ['a guest', 'U0GUEST'],
    ['an admin of another company', 'U0FAR'],
  ])('%s who sends a forged form changes nothing, and nobody is asked', async (_who, userId) => {
    const stage = await onAccounts();
    const { slack, appUrl } = stage;
    makesAdmin(stage, 'U0FAR');
    const view = forged(await openedAccount(stage), userId);
    const { body } = await done(stage, () => slack.submitView({ appUrl, view, values: ownAccount(stage) }));
    expect(JSON.stringify(body)).toContain(en.onlyAdmins);
    expect(stage.own.questions).toEqual([]);
    expect(await finds(stage)).toContain(without);
  });

  test('an admin who is one no more changes nothing, though the form was open', async () => {
    const stage = await onAccounts();
    const view = await openedAccount(stage);
    becomes(stage, ACCOUNT_ADMIN, { rank: undefined });
    expect((await sendsAccount(stage, ownAccount(stage), view)).shown).toContain(en.onlyAdmins);
    expect(stage.own.questions).toEqual([]);
  });

  test.each<readonly [string, (own: string) => string]>([
    ['another one', () => 'http://169.254.169.254'],
    ['one on the list as the user of another', (own) => `${own}@169.254.169.254`],
    ['one on the list with a user', (own) => own.replace('://', '://user:password@')],
    ['one on the list with a path', (own) => `${own}/../`],
    ['one on the list with a closing dot', (own) => own.replace(/(:\d+)$/, '.$1')],
    ['one on the list with another port', (own) => own.replace(/:\d+$/, ':6379')],
    ['one on the list in capitals', (own) => own.toUpperCase()],
    ['one of IPv6', (own) => own.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
    ['nothing', () => ''],
  ])('of a forged form, %s is refused as a host, and nobody is asked', async (_what, forged) => {
    const stage = await onAccounts();
    const view = await openedAccount(stage);
    const inner = forged(stage.own.url);
    const text = JSON.stringify(view).replaceAll(`"value":"${stage.own.url}"`, `"value":"${inner}"`);
    const forgedView: StoredView = { ...view, blocks: JSON.parse(text).blocks };
    const filled = { ...ownAccount(stage), account_host: inner };
    expect((await sendsAccount(stage, filled, forgedView)).errors).toEqual({
      account_host: fault['host-not-allowed'],
    });
    expect(stage.own.questions).toEqual([]);
    expect(loggedEvents(stage, 'answered').at(-1)).toContain('faulty');
  });
});
