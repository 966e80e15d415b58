import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { remove } from '../../sandbox/slack/state/posting.ts';
import { en } from '../../src/cards/words/en/index.ts';
import {
  changes,
  followedMeeting,
  isAskedIn,
  metric,
  questionsOf,
  shares,
  showsSoon,
  threadOf,
} from '../support/following.ts';
import { callsOf, choose, onlyUnfurl } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, PLAIN } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const SOON = '700012';
const _SECRET = 'a-secret-of-the-vendor';
const rename = (stage: Stage, title: string): void => {
  changes(stage, SOON, { title });
  stage.advance(5 * 60);
};

describe('a shared card that the app cannot post', () => {
  test('comes through the response URL, and the sharer alone is told that it does not update', async () => {
    const stage = await onStage();
    const card = await shares(stage, SOON, { channelId: 'G0SECRET' });
    expect(shownIn(card)).toContain('Stand-up');
    expect(shownIn(lastEphemeral(stage))).toContain(en.willNotUpdate);
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(await metric(stage, 'followed_cards')).toBe(0);
  });

  test('is not posted a second time where Slack did not answer', async () => {
    const stage = await onStage();
    stage.slack.fault('chat.postMessage', { kind: 'reset' }, 1);
    const command = { appUrl: stage.appUrl, text: `share ${SOON}`, userId: PLAIN };
    await stage.slack.command(command);
    await until('the failure is told', async () =>
      shownIn(lastEphemeral(stage)).includes(en.failure.internal.what),
    );
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(1);
  });
});

describe('a card is followed no more once', () => {
  test('its message was deleted', async () => {
    const { stage, card } = await followedMeeting(SOON);
    remove(stage.slack.channels.get('C0TEAM')?.messages ?? [], card);
    rename(stage, 'Town hall');
    await until('it is forgotten', async () => (await metric(stage, 'followed_cards')) === 1);
    expect(callsOf(stage, 'chat.update')).toHaveLength(1);
  });

  test('its link was edited away', async () => {
    const { stage, preview } = await followedMeeting(SOON);
    preview.text = 'nothing to see';
    rename(stage, 'Town hall');
    await until('it is forgotten', async () => (await metric(stage, 'followed_cards')) === 1);
  });

  test.each(['is_archived', 'edit_window_closed', 'token_revoked'])('Slack says %s', async (error) => {
    const { stage } = await followedMeeting(SOON);
    stage.slack.fault('chat.update', { kind: 'error', error });
    rename(stage, 'Town hall');
    await until('it is forgotten', async () => (await metric(stage, 'followed_cards')) === 1);
  });

  test('whoever shared it removed it, and nobody else can', async () => {
    const stage = await onStage();
    const card = await shares(stage, SOON, { userId: 'U0HAN' });
    await choose(stage, card, 'remove', { userId: PLAIN });
    expect(shownIn(lastEphemeral(stage))).toContain(en.onlySharerRemoves);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([card]);
    await choose(stage, card, 'remove', { userId: 'U0HAN' });
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
    expect(await metric(stage, 'followed_cards')).toBe(0);
  });
});

test('a card that came through a response URL is removed through one', async () => {
  const stage = await onStage();
  const card = await shares(stage, SOON, { channelId: 'G0SECRET', userId: 'U0HAN' });
  await choose(stage, card, 'remove', { userId: 'U0HAN' });
  expect(stage.slack.channels.get('G0SECRET')?.messages).toEqual([]);
});

describe('an update that fails', () => {
  test.each([
    ['since Slack is down', { kind: 'http', status: 503 }],
    ['without an answer', { kind: 'reset' }],
    ['for a passing reason', { kind: 'error', error: 'external_channel_migrating' }],
    ['since Slack limits calls', { kind: 'rate-limited', retryAfterSeconds: 30 }],
  ] as const)('%s comes later', async (_why, fault) => {
    const { stage, card } = await followedMeeting(SOON);
    stage.slack.fault('chat.update', fault, 1);
    rename(stage, 'Town hall');
    await until('it was tried', async () =>
      loggedEvents(stage, 'card-updated').some((line) => !line.includes('"sent"')),
    );
    stage.advance(31);
    await showsSoon(stage, () => card, 'Town hall');
  });

  test('since Slack limits calls comes when Slack says, and no call is made before', async () => {
    const { stage, card } = await followedMeeting(SOON);
    await shares(stage, '700002', { userId: 'U0LUCY' });
    stage.slack.fault('chat.update', { kind: 'rate-limited', retryAfterSeconds: 1800 }, 1);
    rename(stage, 'Town hall');
    const waits = 'lane_waits_total\\{reason="slack-limit"\\}';
    await until('the lane waits', async () => (await metric(stage, waits)) === 1);
    await isAskedIn(stage, 1799);
    await until('another card waits as well', async () => (await metric(stage, waits)) === 2);
    expect(callsOf(stage, 'chat.update')).toHaveLength(1);
    stage.advance(1);
    await showsSoon(stage, () => card, en.phase.ended);
  });

  test('by a fault of this app is alarmed, and not tried again until the card changes', async () => {
    const { stage, card } = await followedMeeting(SOON);
    stage.slack.fault('chat.update', { kind: 'error', error: 'invalid_blocks' }, 2);
    rename(stage, 'Town hall');
    await until('it is alarmed', async () => loggedEvents(stage, 'card-refused').length === 1);
    const page = await (await fetch(`${stage.appUrl}/metrics`)).text();
    expect(page).toContain('meeting_cards_card_updates_total{change="title",outcome="invalid"} 1');
    rename(stage, 'All hands');
    await showsSoon(stage, () => card, 'All hands');
    // A refusal of the container is tried once more with classic blocks.
    expect(callsOf(stage, 'chat.update')).toHaveLength(3);
  });
});

test('a note that Slack did not confirm is not posted again, and one that it refused is', async () => {
  const { stage, card, preview } = await followedMeeting(SOON);
  stage.slack.fault('chat.postMessage', { kind: 'reset' }, 1);
  stage.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 }, 1);
  changes(stage, SOON, { status: 0 });
  stage.advance(5 * 60);
  await showsSoon(stage, () => onlyUnfurl(preview), en.phase.cancelled);
  await showsSoon(stage, () => card, en.phase.cancelled);
  await until('one was limited', async () => callsOf(stage, 'chat.postMessage').length === 3);
  stage.advance(31);
  await until(
    'it was posted',
    async () => [card, preview].flatMap((one) => threadOf(stage, one)).length === 1,
  );
  stage.advance(10 * 60);
  const before = questionsOf(stage);
  await until('it was checked again', async () => questionsOf(stage) > before);
  expect([card, preview].flatMap((one) => threadOf(stage, one))).toHaveLength(1);
});
