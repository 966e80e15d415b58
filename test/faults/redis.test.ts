import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../sandbox/redis/ports.ts';
import { type RedisProcess, startRedis } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { metric, readiness } from './readiness.ts';

const DEGRADED = 'meeting_cards_store_degraded';
const IDS = ['700001', '700002', '700003', '700005', '700006'];

/** Who waits for something asks again and again. */
const unthrottled = { LOOKUPS_PER_MINUTE: '100000' };

async function usesStore(stage: Stage, redis: Pick<RedisProcess, 'keys'>): Promise<void> {
  await until('the app uses its store', async () => {
    stage.advance(400);
    await types(stage, '700009');
    return (await redis.keys()).some((key) => key.includes('700009'));
  });
}

/** Everybody gets their card, and a person who must wait for the store gets it in time. */
async function allAnswered(stage: Stage): Promise<void> {
  for (const id of IDS) {
    const { answer, shown } = await types(stage, id);
    expect(answer.failure).toBeUndefined();
    expect(shown).toContain(id);
  }
}

describe.each(['kill', 'freeze'] as const)('a Redis after a %s', (end) => {
  test('has memory as its fallback: everybody is answered, and each meeting asked for once', async () => {
    const redis = await onRedis();
    const stage = await onStage({ storage: 'hangs', env: { REDIS_URL: redis.url, ...unthrottled } });
    await usesStore(stage, redis);
    await redis[end]();
    const before = asked(stage).length;
    await allAnswered(stage);
    await allAnswered(stage);
    expect(asked(stage).length - before).toBe(IDS.length);
    expect(await readiness(stage.appUrl)).toEqual({ code: 200, store: 'degraded' });
    expect(await metric(stage.appUrl, DEGRADED)).toBe(1);
  });

  test('is used again when it is back, without a restart', async () => {
    const redis = await onRedis();
    const stage = await onStage({ storage: 'hangs', env: { REDIS_URL: redis.url, ...unthrottled } });
    await usesStore(stage, redis);
    await redis[end]();
    await allAnswered(stage);
    if (end === 'kill') await redis.restart();
    else redis.thaw();
    await until('it is used again', async () => {
      await types(stage, '700009');
      return (await readiness(stage.appUrl)).store === 'ok';
    });
    await usesStore(stage, redis);
    await until('it counts as used', async () => (await metric(stage.appUrl, DEGRADED)) === 0);
  });
});

test('a Redis that is not there at the start is used as soon as it is', async () => {
  const port = await freePort();
  const stage = await onStage({
    storage: 'hangs',
    env: { REDIS_URL: `redis://127.0.0.1:${port}`, ...unthrottled },
  });
  await allAnswered(stage);
  expect((await readiness(stage.appUrl)).code).toBe(200);
  const redis = await startRedis({ port });
  try {
    await usesStore(stage, redis);
  } finally {
    await redis.stop();
  }
});

test('a Redis that was never reached reads degraded, and ok once it is reached, though nobody asks for anything', async () => {
  const port = await freePort();
  const stage = await onStage({ storage: 'hangs', env: { REDIS_URL: `redis://127.0.0.1:${port}` } });
  expect(await readiness(stage.appUrl)).toEqual({ code: 200, store: 'degraded' });
  expect(await metric(stage.appUrl, DEGRADED)).toBe(1);
  const redis = await startRedis({ port });
  onTestFinished(() => redis.stop());
  await until('it is reached', async () => (await readiness(stage.appUrl)).store === 'ok');
  expect(await metric(stage.appUrl, DEGRADED)).toBe(0);
});

test.each(['kill', 'freeze'] as const)(
  'after a %s and a return of its Redis a process that nobody asks anything reads ok by itself',
  async (end) => {
    const redis = await onRedis();
    const stage = await onStage({ storage: 'hangs', env: { REDIS_URL: redis.url } });
    await until('it is reached', async () => (await readiness(stage.appUrl)).store === 'ok');
    await redis[end]();
    await types(stage, '700002');
    expect((await readiness(stage.appUrl)).store).toBe('degraded');
    if (end === 'kill') await redis.restart();
    else redis.thaw();
    await until('it is used again', async () => (await readiness(stage.appUrl)).store === 'ok');
  },
);

test('a Redis that comes back with what it held before does not undo what was seen meanwhile', async () => {
  const redis = await onRedis();
  const stage = await onStage({
    storage: 'hangs',
    env: { REDIS_URL: redis.url, CACHE_FRESH_SECONDS: '3600', ...unthrottled },
  });
  await usesStore(stage, redis);
  await types(stage, '700002');
  redis.freeze();
  stage.advance(10_000);
  stage.conference.meetings.put({ ...stage.conference.meetings.byEventId(700_002)[0], title: 'Moved' });
  await until('the change was seen', async () => (await types(stage, '700002')).shown.includes('Moved'));
  redis.thaw();
  await until('the store is back', async () => {
    await types(stage, '700009');
    return (await readiness(stage.appUrl)).store === 'ok';
  });
  stage.advance(5);
  const { shown } = await types(stage, '700002');
  expect(shown).toContain('Moved');
});
