import { describe, expect, test } from 'vitest';
import { createGuard } from '../../src/cache/guard.ts';
import { guardedStore } from '../../src/cache/guarded.ts';
import { memoryStore } from '../../src/cache/memory-store.ts';
import { redisStore } from '../../src/cache/redis-store.ts';
import { connectTo } from '../support/connect.ts';
import { onRedis } from '../support/on-stage.ts';
import { until } from '../support/redis/until.ts';

/** A guarded store on a Redis that answers, and what it told. */
async function guarded() {
  const redis = await onRedis();
  const connection = await connectTo(redis.url);
  const told: string[] = [];
  const guard = createGuard({
    onFault: (name) => told.push(`fault ${name}`),
    onState: (state) => told.push(state),
  });
  const store = guardedStore(redisStore(connection.redis), memoryStore(Date.now), guard);
  await store.set('before', 'shared', 100);
  return { redis, store, guard, told, close: () => connection.close() };
}

describe.each(['kill', 'freeze'] as const)('after a %s of Redis', (end) => {
  test('every call is answered, fast, by memory', async () => {
    const { redis, store, guard, told, close } = await guarded();
    await redis[end]();
    const began = performance.now();
    for (let nth = 0; nth < 20; nth += 1) {
      await store.set(`k${nth}`, `v${nth}`, 100);
      expect(await store.get(`k${nth}`)).toBe(`v${nth}`);
    }
    expect(await store.claim('c', 't', 100)).toBe(true);
    expect(await store.claim('c', 'u', 100)).toBe(false);
    await store.release('c', 't');
    await store.delete('k0');
    expect(await store.get('k0')).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1500);
    expect([guard.state(), told.filter((word) => word === 'degraded')]).toEqual(['degraded', ['degraded']]);
    expect(told.slice(0, 2)).toEqual(['ok', 'fault set']);
    close();
  });
});

test('a Redis that thaws is used again, and the change is told once', async () => {
  const { redis, store, guard, told, close } = await guarded();
  expect([guard.state(), told]).toEqual(['ok', ['ok']]);
  redis.freeze();
  expect(await store.get('before')).toBeUndefined();
  redis.thaw();
  await until('it is used again', async () => (await store.get('before')) === 'shared');
  expect(guard.state()).toBe('ok');
  expect(told.filter((word) => !word.startsWith('fault'))).toEqual(['ok', 'degraded', 'ok']);
  close();
});

test('a frozen Redis costs one call a tenth of a second, and then none for a second', async () => {
  const { redis, store, close } = await guarded();
  redis.freeze();
  const spent: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const began = performance.now();
    await store.get('x');
    spent.push(performance.now() - began);
  }
  expect(spent[0]).toBeGreaterThan(50);
  expect(spent[0]).toBeLessThan(400);
  expect(Math.max(...spent.slice(1))).toBeLessThan(50);
  close();
});

test('many calls at once are no leak to Node', async () => {
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => warnings.push(name);
  process.on('warning', onWarning);
  const { store, close } = await guarded();
  await Promise.all(Array.from({ length: 50 }, () => store.get('before')));
  await new Promise(setImmediate);
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
  close();
});
