import { describe, expect, test } from 'vitest';
import { shares } from '../support/following.ts';
import { callsOf, done } from '../support/interactions.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const asked = (stage: Stage): number => callsOf(stage, 'conversations.info').length;
const MINUTE = 60;

/** Whether a shared card has what is for the company alone. */
const isWhole = async (stage: Stage, channelId = 'C0TEAM'): Promise<boolean> =>
  shownIn(await shares(stage, '700002', { channelId })).includes('Invited');

test('a channel is asked about once in three minutes', async () => {
  const stage = await onStage();
  expect([await isWhole(stage), await isWhole(stage)]).toEqual([true, true]);
  expect(asked(stage)).toBe(1);
  stage.advance(3 * MINUTE);
  await isWhole(stage);
  expect(asked(stage)).toBe(2);
});

test('cards that are shared at the same time ask once', async () => {
  const stage = await onStage();
  stage.slack.fault('conversations.info', { kind: 'slow', ms: 200 }, 1);
  const { slack, appUrl } = stage;
  const share = () => slack.command({ appUrl, text: 'share 700002', userId: 'U0LUCY' });
  await Promise.all([share(), share(), share()]);
  await stage.slack.waitFor(({ channels }) => (channels.get('C0TEAM')?.messages.length ?? 0) >= 3);
  expect(asked(stage)).toBe(1);
});

test('a card that only one person sees asks nothing, and does not wait', async () => {
  const stage = await onStage();
  stage.slack.fault('conversations.info', { kind: 'hang' });
  expect((await types(stage, '700002')).shown).toContain('Design review');
  expect(asked(stage)).toBe(0);
});

test('a Slack that does not say in time leaves the channel unknown: the card is there, reduced', async () => {
  const stage = await onStage();
  stage.slack.fault('conversations.info', { kind: 'hang' });
  const card = shownIn(await shares(stage, '700002'));
  expect(card).toContain('Design review');
  expect(card).not.toContain('Invited');
});

describe('a missing scope', () => {
  test('is remembered for all channels where the app has neither of the two', async () => {
    const stage = await onStage();
    stage.slack.optionalScopes.clear();
    expect([await isWhole(stage), await isWhole(stage, 'C0NOBOT')]).toEqual([false, false]);
    expect(asked(stage)).toBe(1);
    stage.slack.optionalScopes.add('channels:read');
    stage.advance(10 * MINUTE);
    expect([await isWhole(stage), await isWhole(stage, 'C0NOBOT')]).toEqual([true, true]);
    expect(loggedEvents(stage, 'channel-unknown').map((line) => line.includes('missing_scope'))).toEqual([
      true,
    ]);
  });

  test('is remembered for the channel alone where the app has one of them', async () => {
    const stage = await onStage();
    stage.slack.optionalScopes.delete('groups:read');
    stage.slack.channels.get('G0SECRET')?.members.add('U0BOT');
    expect([await isWhole(stage, 'G0SECRET'), await isWhole(stage, 'G0SECRET')]).toEqual([false, false]);
    expect(asked(stage)).toBe(1);
    expect(await isWhole(stage)).toBe(true);
  });
});

test('a channel that the app may not see is unknown, which is not a failure', async () => {
  const stage = await onStage();
  await done(stage, () =>
    stage.slack.command({ appUrl: stage.appUrl, text: 'share 700002', channelId: 'G0SECRET' }),
  );
  const [card] = await stage.slack.waitFor(({ channels }) => channels.get('G0SECRET')?.messages.slice());
  expect(shownIn(card)).not.toContain('Invited');
  expect(loggedEvents(stage, 'channel-unknown')).toEqual([]);
});

test('while Slack limits the questions, none is asked', async () => {
  const stage = await onStage();
  stage.slack.fault('conversations.info', { kind: 'rate-limited', retryAfterSeconds: 30 }, 1);
  expect([await isWhole(stage), await isWhole(stage, 'C0NOBOT')]).toEqual([false, false]);
  expect(asked(stage)).toBe(1);
  stage.advance(30);
  expect(await isWhole(stage)).toBe(true);
});

test('an error of another kind is asked again soon', async () => {
  const stage = await onStage();
  stage.slack.fault('conversations.info', { kind: 'error', error: 'internal_error' }, 1);
  expect(await isWhole(stage)).toBe(false);
  stage.advance(10);
  expect(await isWhole(stage)).toBe(true);
});

test('an event does not undo that a channel is about to be shared', async () => {
  const stage = await onStage();
  const { slack, appUrl } = stage;
  Object.assign(slack.channels.get('C0TEAM') ?? {}, { isPendingShared: true });
  await types(stage, 'share 700002');
  const message = slack.say({ text: 'https://ntest.qsh1.cn/k/att700002' });
  await done(stage, () => slack.shareLinks({ appUrl, message }));
  const [preview] = message.unfurls.values();
  expect(shownIn(preview)).toContain('Design review');
  await done(stage, () => slack.command({ appUrl, text: 'share 700002' }));
  expect(slack.channels.get('C0TEAM')?.messages).toEqual([message]);
});
