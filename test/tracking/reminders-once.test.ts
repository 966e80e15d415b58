import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import type { RedisProcess } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, pushes, shares } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { callsOf, press } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { lastEphemeral, loggedEvents, onStage, PLAIN } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { asksToBeReminded, listedReminders, sentSoon, sentTo } from '../support/reminders.ts';
import { isReached, onSharedRedis } from '../support/shared-redis.ts';
import type { Stage } from '../support/stage.ts';

/** 700002 begins tomorrow at ten in Shanghai, a day after the stage does. */
const TOMORROW = '700002';
const SECRET = 'a-secret-of-the-vendor';
const UNTIL_TEN_BEFORE = 24 * 60 * 60 - 600;

const isGone = (stage: Stage): Promise<void> =>
  until('it is listed no more', async () => (await listedReminders(stage)) === '');

/** Resolves when the reminders of the one meeting that has any are to be looked at again in so many minutes. */
const waitsFor = (redis: RedisProcess, stage: Stage, minutes: number): Promise<void> =>
  until('they were looked at', async () =>
    withClient(redis.url, async (client) => {
      const [key = ''] = (await redis.keys()).filter((name) => name.endsWith(':due:reminders'));
      const [, at] = await client.zrange(key, 0, '0', 'WITHSCORES');
      return Number(at) === stage.now() + minutes * 60 * 1000;
    }),
  );

describe('over processes', () => {
  test('a reminder that was set in one process comes once, from any of three', async () => {
    const { stage } = await onSharedRedis();
    await asksToBeReminded(stage, TOMORROW, 10);
    await stage.startApp();
    const third = await stage.startApp({ ROLE: 'worker' });
    await isReached(third);
    stage.advance(UNTIL_TEN_BEFORE);
    await sentSoon(stage, PLAIN);
    await isGone(stage);
    stage.advance(300);
    await isGone(stage);
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(1);
  });

  test('what a web process was promised, a worker sends, and one started later', async () => {
    const redis = await onRedis();
    const stage = await onStage({ env: { REDIS_URL: redis.url, ROLE: 'web' } });
    await isReached(stage);
    await asksToBeReminded(stage, TOMORROW, 10);
    await stage.app.stop();
    stage.advance(UNTIL_TEN_BEFORE + 60);
    await stage.startApp({ ROLE: 'worker' });
    const [message] = await sentSoon(stage, PLAIN);
    expect(shownIn(message)).toContain(en.reminderLead(540));
  });

  test('a reminder is called off as soon as the check of a followed card finds its meeting cancelled', async () => {
    const { redis, stage } = await onSharedRedis();
    await asksToBeReminded(stage, TOMORROW, 10);
    await waitsFor(redis, stage, 30);
    stage.advance(15 * 60);
    await shares(stage, TOMORROW, { userId: 'U0LUCY' });
    stage.advance(16 * 60);
    await waitsFor(redis, stage, 30);
    changes(stage, TOMORROW, { status: 0 });
    stage.advance(15 * 60);
    expect(shownIn((await sentSoon(stage, PLAIN))[0])).toContain(en.calledOff);
  });

  test('a reminder is called off as soon as the vendor pushes that its meeting changed', async () => {
    const { redis, stage } = await onSharedRedis({ env: { CONFERENCE_PUSH_SECRET: SECRET } });
    await asksToBeReminded(stage, TOMORROW, 10);
    await waitsFor(redis, stage, 30);
    changes(stage, TOMORROW, { status: 0 });
    stage.advance(10);
    await pushes(stage, SECRET, TOMORROW);
    expect(shownIn((await sentSoon(stage, PLAIN))[0])).toContain(en.calledOff);
  });

  test('what is stored of a reminder is sealed: neither the person nor the meeting’s title can be read', async () => {
    const { redis, stage } = await onSharedRedis();
    await asksToBeReminded(stage, TOMORROW, 10);
    const everything = JSON.stringify([...(await redis.dump())]);
    for (const part of ['Design review', 'U0PLAIN', '"minutes"']) expect(everything).not.toContain(part);
    expect((await redis.keys()).filter((key) => key.includes(':reminders'))).toHaveLength(3);
  });

  test('nothing of a reminder that was sent stays', async () => {
    const { redis, stage } = await onSharedRedis();
    await asksToBeReminded(stage, TOMORROW, 10);
    stage.advance(UNTIL_TEN_BEFORE);
    await sentSoon(stage, PLAIN);
    await until('nothing stays', async () => {
      const keys = await redis.keys();
      return !keys.some((key) => key.includes('reminders'));
    });
  });
});

describe('while the durable storage is away', () => {
  test('nothing is promised: the person is told that the reminder could not be set', async () => {
    const { redis, stage } = await onSharedRedis();
    await redis.kill();
    expect(await asksToBeReminded(stage, TOMORROW, 10)).toBe(en.reminderNotSet);
    expect(shownIn(await openedHome(stage, PLAIN))).toContain(en.remindersUnknown);
  });

  test('the person is told that a reminder could not be undone', async () => {
    const { redis, stage } = await onSharedRedis({ storage: 'hangs' });
    await asksToBeReminded(stage, TOMORROW, 10);
    const told = lastEphemeral(stage);
    await redis.freeze();
    await press(stage, told, 'meeting_remind_undo', { userId: PLAIN });
    expect(shownIn(lastEphemeral(stage))).toBe(en.reminderNotUndone);
    await redis.thaw();
  });

  test('a reminder that is due waits, and comes when the storage is back', async () => {
    const { redis, stage } = await onSharedRedis({ storage: 'hangs' });
    await asksToBeReminded(stage, TOMORROW, 10);
    await redis.freeze();
    stage.advance(UNTIL_TEN_BEFORE);
    await until('it is noticed', async () => loggedEvents(stage, 'due-work-failed').length > 0);
    expect(sentTo(stage, PLAIN)).toEqual([]);
    await redis.thaw();
    await until('it comes', async () => {
      stage.advance(1);
      return sentTo(stage, PLAIN).length > 0;
    });
    expect(sentTo(stage, PLAIN)).toHaveLength(1);
  });
});
