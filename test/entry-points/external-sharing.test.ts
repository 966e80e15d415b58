import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import {
  asksForDetails,
  callsOf,
  choose,
  done,
  modalShown,
  press,
  topModal,
} from '../support/interactions.ts';
import { lastEphemeral, messagesIn, onStage, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = 'U0LUCY';
const QUESTION = 'People from outside *Meeting Cards Inc* will see this.';
const there = { userId: LUCY, channelId: 'C0SHARED' };
const shared = ({ slack }: Stage) => slack.channels.get('C0SHARED')?.messages ?? [];

/** The three ways to a card for a channel; each resolves to the surface with the question. */
const WAYS = [
  [
    'Share to channel',
    async (stage: Stage) => {
      await types(stage, '700002', there);
      await press(stage, lastEphemeral(stage), 'meeting_share');
      return lastEphemeral(stage);
    },
    'meeting_share_confirm',
  ],
  [
    '/meeting share',
    async (stage: Stage) => {
      await types(stage, 'share 700002', there);
      return lastEphemeral(stage);
    },
    'meeting_share_confirm',
  ],
  [
    'Post in thread',
    async (stage: Stage) => {
      await asksForDetails(stage, 'meeting 700002', there);
      await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
      return topModal(stage, LUCY);
    },
    'meeting_post_confirm',
  ],
] as const;

describe.each(WAYS)('%s in a channel shared with another company', (_way, asks, confirm) => {
  test('asks the sharer alone first', async () => {
    const stage = await onStage();
    const question = await asks(stage);
    expect(shownIn(question)).toContain(QUESTION);
    expect(shownIn(question)).toContain('Design review');
    expect(labelsIn(question)).toEqual([en.shareAnyway, en.cancel]);
    expect(JSON.stringify(shared(stage))).not.toContain('Design review');
    expect(stage.slack.violations).toEqual([]);
  });

  test('shares the reduced card once that is confirmed, and asks no more', async () => {
    const stage = await onStage();
    const question = await asks(stage);
    await press(stage, question, confirm);
    const card = shared(stage).at(-1);
    expect(shownIn(card)).toContain('Design review');
    expect(shownIn(card)).not.toContain('Invited');
    expect(shownIn(card)).toContain('Shared by <@U0LUCY>');
    expect(stage.slack.ephemerals.map(shownIn).join()).not.toContain(QUESTION);
    if (question.kind === 'modal') expect(modalShown(stage, LUCY)).toContain(en.postedInThread);
    expect(stage.slack.violations).toEqual([]);
  });

  test('shares nothing when that is cancelled', async () => {
    const stage = await onStage();
    const question = await asks(stage);
    const before = shared(stage).length;
    await press(stage, question, 'meeting_share_cancel');
    expect(shared(stage)).toHaveLength(before);
    expect(stage.slack.ephemerals.map(shownIn).join()).not.toContain(QUESTION);
    if (question.kind === 'modal') {
      expect(modalShown(stage, LUCY)).toContain('Design review');
      expect(labelsIn(topModal(stage, LUCY))).toContain(en.postInThread);
    }
    expect(stage.slack.violations).toEqual([]);
  });
});

test('a card that was asked for in a thread is shared in it', async () => {
  const stage = await onStage();
  const { ts } = stage.slack.say({ text: 'hello', channelId: 'C0SHARED' });
  await types(stage, '700002', there);
  const card = lastEphemeral(stage);
  Object.assign(card, { threadTs: ts });
  await press(stage, card, 'meeting_share');
  expect(lastEphemeral(stage).threadTs).toBe(ts);
  await press(stage, lastEphemeral(stage), 'meeting_share_confirm');
  expect(shared(stage).at(-1)?.threadTs).toBe(ts);
});

test('the question is in the sharer’s language', async () => {
  const stage = await onStage();
  await types(stage, 'share 700002', { userId: 'U0HAN', channelId: 'C0SHARED' });
  const question = lastEphemeral(stage);
  expect(shownIn(question)).toContain('*Meeting Cards Inc* 以外的人员也会看到此卡片。');
  expect(labelsIn(question)).toEqual([zh.shareAnyway, zh.cancel]);
});

test('the question is asked without the company’s name where Slack does not tell it', async () => {
  const stage = await onStage({ identity: { teamName: '' } });
  await types(stage, 'share 700002', there);
  expect(shownIn(lastEphemeral(stage))).toContain('People from outside your company will see this.');
});

test('a company’s name cannot format the question', async () => {
  const stage = await onStage({ identity: { teamName: '*A* <!channel> `b`' } });
  await types(stage, 'share 700002', there);
  expect(shownIn(lastEphemeral(stage))).toContain('*∗A∗ &lt;!channel&gt; ˋbˋ*');
});

test('a channel that is about to be shared counts as shared', async () => {
  const stage = await onStage();
  Object.assign(stage.slack.channels.get('C0TEAM') ?? {}, { isPendingShared: true });
  await types(stage, 'share 700002', { userId: LUCY });
  expect(shownIn(lastEphemeral(stage))).toContain(QUESTION);
});

describe('without the scopes to ask about channels', () => {
  test('the reduced card is shared at once', async () => {
    const stage = await onStage();
    stage.slack.optionalScopes.clear();
    await types(stage, 'share 700002', there);
    const [card] = await messagesIn(stage, 'C0SHARED', 1);
    expect(shownIn(card)).toContain('Design review');
    expect(shownIn(card)).not.toContain('Invited');
  });

  test('so is it where the channel is the company’s own, and Refresh keeps it', async () => {
    const stage = await onStage();
    stage.slack.optionalScopes.clear();
    await types(stage, 'share 700002', { userId: LUCY });
    const [card] = await messagesIn(stage, 'C0TEAM', 1);
    if (card === undefined) throw new Error('Nothing was shared.');
    expect(shownIn(card)).not.toContain('Invited');
    stage.advance(60);
    await choose(stage, card, 'refresh', { userId: LUCY });
    expect(shownIn(card)).toContain('Design review');
    expect(shownIn(card)).not.toContain('Invited');
  });

  test('an event that tells of the channel is believed for a while', async () => {
    const stage = await onStage();
    const { slack, appUrl } = stage;
    slack.optionalScopes.clear();
    const message = slack.say({ text: 'https://ntest.qsh1.cn/k/none' });
    await done(stage, () => slack.shareLinks({ appUrl, message }));
    await types(stage, 'share 700002', { userId: LUCY });
    expect(shownIn((await messagesIn(stage, 'C0TEAM', 2)).at(-1))).toContain('Invited');
    const outside = slack.say({ text: 'https://ntest.qsh1.cn/k/none', channelId: 'C0SHARED' });
    await done(stage, () => slack.shareLinks({ appUrl, message: outside }));
    await types(stage, 'share 700002', there);
    expect(shownIn(lastEphemeral(stage))).toContain(QUESTION);
    expect(callsOf(stage, 'conversations.info')).toEqual([]);
  });
});

test('where the app may not post by itself, a confirmed card goes through the response URL', async () => {
  const stage = await onStage();
  await types(stage, 'share 700002', there);
  stage.slack.fault('chat.postMessage', { kind: 'error', error: 'restricted_action' });
  await press(stage, lastEphemeral(stage), 'meeting_share_confirm');
  expect(shownIn(shared(stage).at(-1))).toContain('Design review');
  expect(shownIn(lastEphemeral(stage))).toContain(en.willNotUpdate);
  expect(stage.slack.ephemerals.map(shownIn).join()).not.toContain(QUESTION);
});
