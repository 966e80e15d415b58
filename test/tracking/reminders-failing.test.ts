import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { callsOf } from '../support/interactions.ts';
import { loggedEvents, onStage, PLAIN } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { asksToBeReminded, listedReminders, sentTo } from '../support/reminders.ts';
import type { Stage } from '../support/stage.ts';

/** 700002 begins tomorrow at ten in Shanghai, a day after the stage does. */
const TOMORROW = '700002';
const UNTIL_TEN_BEFORE = 24 * 60 * 60 - 600;

const isGone = (stage: Stage): Promise<void> =>
  until('it is listed no more', async () => (await listedReminders(stage)) === '');

describe('where Slack', () => {
  test.each([
    ['limits calls', 'chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 }],
    ['refuses for a passing reason', 'chat.postMessage', { kind: 'error', error: 'internal_error' }],
    [
      'limits the opening of the conversation',
      'conversations.open',
      { kind: 'rate-limited', retryAfterSeconds: 30 },
    ],
    ['does not answer as the conversation is opened', 'conversations.open', { kind: 'reset' }],
  ] as const)('%s, the reminder comes later, once', async (_what, method, fault) => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.slack.fault(method, fault, 1);
    stage.advance(UNTIL_TEN_BEFORE);
    await until('it was tried', async () => callsOf(stage, method).length > 0);
    await until('it comes', async () => {
      stage.advance(31);
      return sentTo(stage, PLAIN).length > 0;
    });
    await isGone(stage);
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });

  test('does not say whether it took the message, the message is not sent again', async () => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.slack.fault('chat.postMessage', { kind: 'reset' }, 1);
    stage.advance(UNTIL_TEN_BEFORE);
    await isGone(stage);
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(1);
  });

  test.each([
    ['conversations.open', 'user_disabled'],
    ['conversations.open', 'user_not_found'],
    ['chat.postMessage', 'channel_not_found'],
    ['chat.postMessage', 'token_revoked'],
    ['chat.postMessage', 'invalid_blocks'],
  ])('says to %s that %s, the reminder is forgotten', async (method, error) => {
    const stage = await onStage();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.slack.fault(method, { kind: 'error', error });
    stage.advance(UNTIL_TEN_BEFORE);
    await isGone(stage);
    expect(callsOf(stage, method)).toHaveLength(1);
    expect(loggedEvents(stage, 'card-refused')).toHaveLength(error === 'invalid_blocks' ? 1 : 0);
  });
});

test('where the conference service does not answer, the reminder comes two minutes late, with what is known', async () => {
  const stage = await onStage({ env: { CACHE_KEEP_SECONDS: '60' } });
  await asksToBeReminded(stage, TOMORROW, 10);
  stage.conference.fault({ kind: 'http', status: 503 });
  stage.advance(UNTIL_TEN_BEFORE);
  await until('it waits', async () => {
    stage.advance(1);
    return sentTo(stage, PLAIN).length > 0;
  });
  const [message] = sentTo(stage, PLAIN);
  expect(shownIn(message)).toContain(en.meetingNumber(TOMORROW));
  expect(shownIn(message)).toContain(en.failure.unreachable.what);
  expect(stage.slack.violations).toEqual([]);
});
