import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { metric } from '../faults/readiness.ts';
import {
  ACCOUNT_ADMIN,
  type AccountStage,
  connects,
  onAccounts,
  openedAccount,
  ownAccount,
} from '../support/accounts.ts';
import { opensFlexpane } from '../support/flexpane.ts';
import { changes, pushes, shares, showsSoon } from '../support/following.ts';
import { findsAtHome, openedHome } from '../support/home.ts';
import { asksForDetails, done, modalShown, paste, press, topModal } from '../support/interactions.ts';
import { typesIn } from '../support/many-workspaces.ts';
import { lastEphemeral, loggedEvents, types } from '../support/on-stage.ts';
import { buttonsIn, shownIn } from '../support/reading.ts';

const { what } = en.failure['no-account'];
const LUCY = 'U0LUCY';
const LINK = 'https://ntest.qsh1.cn/k/att700001';
const actionIds = (surface: Parameters<typeof buttonsIn>[0]) =>
  buttonsIn(surface).map(({ action_id }) => action_id);

/** When the only meeting that is followed is looked at next. */
const nextCheck = ({ redis }: AccountStage): Promise<number> =>
  withClient(redis.url, async (client) =>
    Number((await client.zrange('meeting-cards:2:due:checks', '0', '-1', 'WITHSCORES'))[1]),
  );

describe('in a workspace without a conference account, a person is told what is missing', () => {
  test.each([
    ['a number', '700001'],
    ['a link', LINK],
    ['a host password', '201501990001700001'],
    ['today', 'today'],
    ['share', 'share 700001'],
    ['words', 'design'],
  ])('after %s', async (_what, text) => {
    const stage = await onAccounts();
    expect(await typesIn(stage, stage.slack, text, { userId: LUCY })).toContain(what);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
    expect(stage.conference.questions).toEqual([]);
  });

  test('in their language', async () => {
    const stage = await onAccounts();
    const shown = await typesIn(stage, stage.slack, '700001', { userId: 'U0HAN' });
    expect(shown).toContain(zh.failure['no-account'].what);
  });

  test('on the Home tab, in its find field and in the form, and from the menu of a message', async () => {
    const stage = await onAccounts();
    const { slack, appUrl } = stage;
    const home = await openedHome(stage, LUCY);
    expect(shownIn(home)).toContain(en.notConnected);
    await findsAtHome(stage, home, '700001');
    expect(modalShown(stage, LUCY)).toContain(what);
    slack.stacks.delete(LUCY);
    await done(stage, () => slack.globalShortcut({ appUrl, userId: LUCY }));
    const view = topModal(stage, LUCY);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: '700001' } }));
    expect(modalShown(stage, LUCY)).toContain(what);
    slack.stacks.delete(LUCY);
    await asksForDetails(stage, 'meeting 700001', { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(what);
    expect(slack.violations).toEqual([]);
  });

  test('after words in the find field and in the form', async () => {
    const stage = await onAccounts();
    const { slack, appUrl } = stage;
    await findsAtHome(stage, await openedHome(stage, LUCY), 'design');
    expect(modalShown(stage, LUCY)).toContain(what);
    slack.stacks.delete(LUCY);
    await done(stage, () => slack.globalShortcut({ appUrl, userId: LUCY }));
    const view = topModal(stage, LUCY);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: 'design' } }));
    expect(modalShown(stage, LUCY)).toContain(what);
    expect(slack.violations).toEqual([]);
  });

  test('after words, with the button to the settings for an admin', async () => {
    const stage = await onAccounts();
    await types(stage, 'design', { userId: ACCOUNT_ADMIN });
    expect(actionIds(lastEphemeral(stage))).toEqual(['meeting_settings']);
  });

  test('in the flexpane of a link from before', async () => {
    const stage = await onAccounts({ env: { WORK_OBJECTS: 'true' } });
    const shown = await opensFlexpane(stage, LUCY, { url: LINK, eventId: '700001' });
    expect(shown).toMatchObject({ status: 'custom', custom_message: what });
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });

  test('with a button to the settings for admins alone', async () => {
    const stage = await onAccounts();
    await types(stage, '700001', { userId: ACCOUNT_ADMIN });
    const card = lastEphemeral(stage);
    expect(actionIds(card)).toEqual(['meeting_settings']);
    await types(stage, '700001', { userId: LUCY });
    expect(actionIds(lastEphemeral(stage))).toEqual([]);
    await press(stage, card, 'meeting_settings');
    await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account');
    expect(modalShown(stage, ACCOUNT_ADMIN)).toContain(en.account.about);
  });

  test('and that is counted and logged as what it is', async () => {
    const stage = await onAccounts();
    await typesIn(stage, stage.slack, '700001', { userId: LUCY });
    expect(loggedEvents(stage, 'answered').at(-1)).toContain('"outcome":"no-account"');
    const counted = 'meeting_cards_answers_total{entry_point="command",outcome="no-account"}';
    expect(await metric(stage.appUrl, counted)).toBe(1);
  });

  test('but a pasted link is left alone', async () => {
    const stage = await onAccounts();
    const message = await paste(stage, LINK);
    expect(message.unfurls.size).toBe(0);
    expect(stage.slack.ephemerals).toEqual([]);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });
});

test('cards and push events wait for an account, and go on with the next one', async () => {
  const secret = 'push-secret-of-this-stage';
  const stage = await onAccounts({ env: { CARD_CHECK_SECONDS: '60', CONFERENCE_PUSH_SECRET: secret } });
  const failed = () => loggedEvents(stage, 'due-work-failed').length;
  await connects(stage, ownAccount(stage));
  const failedBefore = failed();
  const card = await shares(stage, '700012', { userId: ACCOUNT_ADMIN });
  await openedAccount(stage);
  await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account_remove');
  changes({ conference: stage.own }, '700012', { title: 'Town hall' });
  const before = stage.own.questions.length;
  expect(await pushes(stage, secret, '700012')).toBe(200);
  stage.advance(61);
  await until('the meeting was looked at', async () => (await nextCheck(stage)) > stage.now());
  expect(stage.own.questions).toHaveLength(before);
  await connects(stage, ownAccount(stage));
  stage.advance(61);
  await showsSoon(stage, () => card, 'Town hall');
  expect(failed()).toBe(failedBefore);
  expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
});
