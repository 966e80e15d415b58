import { describe, expect, test } from 'vitest';
import { livePath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import {
  changes,
  followedMeeting,
  isAskedIn,
  linkOf,
  metric,
  questionsOf,
  shares,
  showsSoon,
} from '../support/following.ts';
import { callsOf, done, onlyUnfurl } from '../support/interactions.ts';
import { onStage } from '../support/on-stage.ts';
import { onSharedRedis } from '../support/shared-redis.ts';
import type { Stage } from '../support/stage.ts';

/** 700012 begins ten minutes after the stage does, and lasts fifteen; 700002 begins tomorrow. */
const SOON = '700012';
const TOMORROW = '700002';
const DAY = 24 * 60 * 60;

const listsAsked = ({ conference }: Stage): number =>
  conference.questions.filter(({ path }) => path === livePath).length;

test('a card is followed for an hour after its end, and then the vendor is asked about it no more', async () => {
  const { stage, card, preview } = await followedMeeting(SOON);
  stage.advance(25 * 60);
  await showsSoon(stage, () => card, en.phase.ended);
  await showsSoon(stage, () => onlyUnfurl(preview), en.phase.ended);
  stage.advance(59 * 60);
  expect(await metric(stage, 'followed_cards')).toBe(2);
  await until('nothing is followed', async () => {
    stage.advance(60);
    return (await metric(stage, 'followed_meetings')) === 0;
  });
  expect(await metric(stage, 'followed_cards')).toBe(0);
});

test('a card is followed for thirty days at most', async () => {
  const stage = await onStage();
  const startTime = stage.now() / 1000 + 40 * DAY;
  changes(stage, TOMORROW, { startTime, endTime: startTime + 900 });
  await shares(stage, TOMORROW);
  await isAskedIn(stage, 30 * DAY - 60);
  expect(await metric(stage, 'followed_cards')).toBe(1);
  stage.advance(60);
  await until('it is followed no more', async () => (await metric(stage, 'followed_meetings')) === 0);
  expect(await metric(stage, 'followed_cards')).toBe(0);
});

test('a preview of a message that is still being typed is not followed', async () => {
  const { stage } = await followedMeeting(SOON);
  await done(stage, () => stage.slack.typeLinks({ appUrl: stage.appUrl, urls: [linkOf(SOON)] }));
  expect(callsOf(stage, 'chat.unfurl')).toHaveLength(2);
  expect(await metric(stage, 'followed_cards')).toBe(2);
});

test('CARD_CHECK_SECONDS is how often a meeting is asked about, whenever it begins', async () => {
  const stage = await onStage({ env: { CARD_CHECK_SECONDS: '20' } });
  await shares(stage, TOMORROW);
  for (let time = 1; time <= 3; time += 1) await isAskedIn(stage, 20);
  stage.advance(19);
  await metric(stage, 'followed_cards');
  expect(questionsOf(stage)).toBe(4);
});

describe('the list of live meetings', () => {
  test('is asked for once in half a minute for all meetings and processes that need it', async () => {
    const { stage } = await onSharedRedis({ others: 1 });
    await shares(stage, SOON);
    await until('it was read', async () => listsAsked(stage) === 1);
    stage.advance(10);
    await shares(stage, '700001', { userId: 'U0LUCY' });
    for (const digits of [SOON, '700001']) stage.conference.meetings.live.start(digits, 12);
    stage.advance(5 * 60);
    await until('both cards show it', async () => callsOf(stage, 'chat.update').length === 2);
    expect(listsAsked(stage)).toBe(2);
  });
});
