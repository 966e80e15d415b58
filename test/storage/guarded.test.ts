import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { createGuard } from '../../src/storage/guard.ts';
import { guardedCache } from '../../src/storage/guarded.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { redisCache } from '../../src/storage/redis/cache-store.ts';
import { connectTo } from '../support/connect.ts';
import { onRedis } from '../support/on-redis.ts';

/** A guarded store on a Redis that answers, and what it reported. */
async function guarded() {
  const redis = await onRedis();
  const connection = await connectTo(redis.url);
  const told: string[] = [];
  const guard = createGuard({
    onFault: (name) => told.push(`fault ${name}`),
    onState: (state) => told.push(state),
  });
  let tried = 0;
  const shared = new Proxy(redisCache(connection.redis), {
    get(target, name, receiver) {
      tried += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  const store = guardedCache(shared, memoryCache(Date.now), guard);
  await store.set('before', 'shared', 100);
  tried = 0;
  return { redis, store, guard, told, tried: () => tried, close: () => connection.close() };
}

/** The second for which Redis is left alone does not pass by itself. */
function standStill(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

describe.each(['kill', 'freeze'] as const)('after a %s of Redis', (end) => {
  test('every call is answered by memory, and Redis is tried once', async () => {
    const { redis, store, guard, told, tried, close } = await guarded();
    await redis[end]();
    standStill();
    for (let nth = 0; nth < 20; nth += 1) {
      await store.set(`k${nth}`, `v${nth}`, 100);
      expect(await store.get(`k${nth}`)).toBe(`v${nth}`);
    }
    expect(await store.setIfAbsent('c', 't', 100)).toBe(true);
    expect(await store.setIfAbsent('c', 'u', 100)).toBe(false);
    await store.delete('k0');
    expect(await store.get('k0')).toBeUndefined();
    expect(tried()).toBe(1);
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

test('a frozen Redis makes one call wait, and then none for a second', async () => {
  const { redis, store, tried, close } = await guarded();
  redis.freeze();
  standStill();
  for (let nth = 0; nth < 6; nth += 1) await store.get('x');
  expect(tried()).toBe(1);
  vi.setSystemTime(Date.now() + 1000);
  for (let nth = 0; nth < 6; nth += 1) await store.get('x');
  expect(tried()).toBe(2);
  close();
});

test('many calls at once do not look like a leak to Node', async () => {
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
