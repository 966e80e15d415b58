import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/redis/until.ts';
import type { CacheStore } from '../../../src/storage/cache-store.ts';
import { createGuard } from '../../../src/storage/guard.ts';
import { guardedCache } from '../../../src/storage/guarded.ts';
import { memoryCache } from '../../../src/storage/memory/cache-store.ts';
import { mirroredCache } from '../../../src/storage/mirrored-cache.ts';
import { redisCache } from '../../../src/storage/redis/cache-store.ts';
import { derivedKey, sealedCache } from '../../../src/storage/sealing.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const sealKey = derivedKey('a secret', 'seal');

function guarded(fallback: CacheStore = memoryCache(Date.now)): CacheStore {
  return guardedCache(redisCache(redis()), fallback, createGuard({ onFault: () => {}, onState: () => {} }));
}

function mirrored(): CacheStore {
  const fallback = memoryCache(Date.now);
  return mirroredCache(guarded(fallback), fallback);
}

const caches: readonly (readonly [string, () => CacheStore])[] = [
  ['in memory', () => memoryCache(Date.now)],
  ['in Redis', () => redisCache(redis())],
  ['sealed, in memory', () => sealedCache(memoryCache(Date.now), [sealKey])],
  ['sealed, in Redis', () => sealedCache(redisCache(redis()), [sealKey])],
  ['guarded, in Redis', guarded],
  ['mirrored, in Redis', mirrored],
];

describe.each(caches)('a cache %s', (_where, open) => {
  const values = ['', 'x', '"json" {}', '季度评审 👩🏽‍💻 \u0000\n', 'y'.repeat(300_000)];

  test('gives back what was set, to the letter', async () => {
    const cache = open();
    for (const value of values) {
      const key = randomUUID();
      await cache.set(key, value, 100);
      expect(await cache.get(key)).toBe(value);
    }
  });

  test('has nothing under another key', async () => {
    expect(await open().get(randomUUID())).toBeUndefined();
  });

  test('forgets what was deleted, and only that', async () => {
    const [cache, one, other] = [open(), randomUUID(), randomUUID()];
    await cache.set(one, 'a', 100);
    await cache.set(other, 'b', 100);
    await cache.delete(one);
    await cache.delete(randomUUID());
    expect([await cache.get(one), await cache.get(other)]).toEqual([undefined, 'b']);
  });

  test('stores the latest of two values', async () => {
    const [cache, key] = [open(), randomUUID()];
    await cache.set(key, 'a', 100);
    await cache.set(key, 'b', 100);
    expect(await cache.get(key)).toBe('b');
  });

  test('sets a value for one of many who set it if it is absent, and gives back what that one set', async () => {
    const [cache, key] = [open(), randomUUID()];
    const values = Array.from({ length: 20 }, (_, nth) => `v${nth}`);
    const won = await Promise.all(values.map((value) => cache.setIfAbsent(key, value, 100)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await cache.get(key)).toBe(values[won.indexOf(true)]);
  });

  test('takes a value that is set if absent once the one before was deleted', async () => {
    const [cache, key] = [open(), randomUUID()];
    await cache.set(key, 'a', 100);
    expect(await cache.setIfAbsent(key, 'b', 100)).toBe(false);
    await cache.delete(key);
    expect(await cache.setIfAbsent(key, 'c', 100)).toBe(true);
    expect(await cache.get(key)).toBe('c');
  });
});

test('every cache forgets values when their time is over', async () => {
  const all = caches.map(([, open]) => ({ cache: open(), key: randomUUID(), once: randomUUID() }));
  for (const { cache, key, once } of all) {
    await Promise.all([cache.set(key, 'a', 1), cache.setIfAbsent(once, 'b', 1)]);
    expect(await cache.get(key)).toBe('a');
  }
  for (const { cache, key, once } of all) {
    await until(
      'both are forgotten',
      async () => (await cache.get(key)) === undefined && (await cache.setIfAbsent(once, 'c', 100)),
    );
  }
});
