import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/redis/until.ts';
import { WriteBehind } from '../../../src/lib/write-behind.ts';
import { createGuard } from '../../../src/storage/guard.ts';
import { guardedPointCounter } from '../../../src/storage/guarded.ts';
import { memoryPointCounter } from '../../../src/storage/memory/point-counter.ts';
import type { PointCounterFactory } from '../../../src/storage/point-counter.ts';
import { type RateLimiter, rateLimiters } from '../../../src/storage/rate-limiter.ts';
import { redisPointCounter } from '../../../src/storage/redis/point-counter.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const guard = () => createGuard({ onFault: () => {}, onState: () => {} });
const counters: readonly (readonly [string, PointCounterFactory])[] = [
  ['in memory', memoryPointCounter],
  ['in Redis', (limit) => redisPointCounter(redis())(limit)],
  [
    'guarded, in Redis',
    (limit) => guardedPointCounter(redisPointCounter(redis())(limit), memoryPointCounter(limit), guard()),
  ],
];
const behind = new WriteBehind(() => {});
const all = counters.map(([where, counterOf]) => [where, rateLimiters(counterOf, behind, Date.now)] as const);

/** How many of `count` points could be consumed at once. */
async function consumed(limiter: RateLimiter, key: string, count: number): Promise<number> {
  const waits = await Promise.all(Array.from({ length: count }, () => limiter.consume(key)));
  return waits.filter((seconds) => seconds === 0).length;
}

describe.each(all)('a rate limiter %s', (_where, limiterOf) => {
  test('lets as many points be consumed as the limit has, and no more', async () => {
    expect(await consumed(limiterOf({ points: 5, seconds: 100 }), randomUUID(), 20)).toBe(5);
  });

  test('tells whole seconds until the end of the window where no point is left', async () => {
    const [limiter, key] = [limiterOf({ points: 1, seconds: 100 }), randomUUID()];
    await limiter.consume(key);
    const seconds = await limiter.consume(key);
    expect(Number.isInteger(seconds) && seconds > 0 && seconds <= 100).toBe(true);
  });

  test('counts each key for itself', async () => {
    const limiter = limiterOf({ points: 1, seconds: 100 });
    expect([await limiter.consume(randomUUID()), await limiter.consume(randomUUID())]).toEqual([0, 0]);
  });

  test('takes a penalty from the points that are left', async () => {
    const [limiter, key] = [limiterOf({ points: 5, seconds: 100 }), randomUUID()];
    await limiter.consume(key);
    limiter.penalize(key, 2);
    expect(await consumed(limiter, key, 20)).toBe(2);
  });

  test('takes a penalty also where no point is left', async () => {
    const [limiter, key] = [limiterOf({ points: 1, seconds: 100 }), randomUUID()];
    await limiter.consume(key);
    limiter.penalize(key, 2);
    expect(await limiter.consume(key)).toBeGreaterThan(0);
  });
});

test('every rate limiter has all its points again in the next window', async () => {
  const opened = all.map(([, limiterOf]) => ({
    limiter: limiterOf({ points: 1, seconds: 1 }),
    key: randomUUID(),
  }));
  for (const { limiter, key } of opened) await limiter.consume(key);
  for (const { limiter, key } of opened) {
    await until('there is a point again', async () => (await limiter.consume(key)) === 0);
  }
});
