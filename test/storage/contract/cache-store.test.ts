import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisProcess, startRedis } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { CacheStore } from '../../src/storage/cache-store.ts';
import { createGuard } from '../../src/storage/guard.ts';
import { guardedStore } from '../../src/storage/guarded-store.ts';
import { memoryStore } from '../../src/storage/memory/cache-store.ts';
import { redisStore } from '../../src/storage/redis/cache-store.ts';
import type { ReconnectingConnection } from '../../src/storage/redis/connection.ts';
import { derivedKey, sealedStore } from '../../src/storage/sealing.ts';
import { connectTo } from '../support/connect.ts';

let redis: RedisProcess;
let connection: ReconnectingConnection;
beforeAll(async () => {
  redis = await startRedis();
  connection = await connectTo(redis.url);
});
afterAll(async () => {
  await connection.close();
  await redis.stop();
});

const sealKey = derivedKey('a secret', 'seal');
const guard = () => createGuard({ onFault: () => {}, onState: () => {} });
const stores: readonly (readonly [string, () => CacheStore])[] = [
  ['in memory', () => memoryStore(Date.now)],
  ['in Redis', () => redisStore(connection.redis)],
  ['sealed, in memory', () => sealedStore(memoryStore(Date.now), sealKey)],
  ['sealed, in Redis', () => sealedStore(redisStore(connection.redis), sealKey)],
  ['guarded, in Redis', () => guardedStore(redisStore(connection.redis), memoryStore(Date.now), guard())],
];

describe.each(stores)('a store %s', (_where, open) => {
  const values = ['', 'x', '"json" {}', '季度评审 👩🏽‍💻 \u0000\n', 'y'.repeat(300_000)];

  test('gives back what was set, to the letter', async () => {
    const store = open();
    for (const value of values) {
      const key = randomUUID();
      await store.set(key, value, 100);
      expect(await store.get(key)).toBe(value);
    }
  });

  test('has nothing under another key', async () => {
    expect(await open().get(randomUUID())).toBeUndefined();
  });

  test('forgets what was deleted, and only that', async () => {
    const [store, one, other] = [open(), randomUUID(), randomUUID()];
    await store.set(one, 'a', 100);
    await store.set(other, 'b', 100);
    await store.delete(one);
    await store.delete(randomUUID());
    expect([await store.get(one), await store.get(other)]).toEqual([undefined, 'b']);
  });

  test('keeps the latest of two values', async () => {
    const [store, key] = [open(), randomUUID()];
    await store.set(key, 'a', 100);
    await store.set(key, 'b', 100);
    expect(await store.get(key)).toBe('b');
  });

  test('gives a claim to one of many', async () => {
    const [store, key] = [open(), randomUUID()];
    const won = await Promise.all(Array.from({ length: 20 }, (_, nth) => store.claim(key, `t${nth}`, 100)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test('frees a claim for its holder alone', async () => {
    const [store, key] = [open(), randomUUID()];
    await store.claim(key, 'mine', 100);
    await store.release(key, 'not mine');
    expect(await store.claim(key, 'theirs', 100)).toBe(false);
    await store.release(key, 'mine');
    expect(await store.claim(key, 'theirs', 100)).toBe(true);
  });
});

test('every store lets a claim live on for its holder alone', async () => {
  const all = stores.map(([, open]) => ({ store: open(), mine: randomUUID(), lost: randomUUID() }));
  for (const { store, mine, lost } of all) {
    await Promise.all([store.claim(mine, 'holder', 1), store.claim(lost, 'holder', 1)]);
    await store.renew(mine, 'holder', 100);
    await store.renew(lost, 'somebody', 100);
  }
  for (const { store, mine, lost } of all) {
    await until('the other is free', () => store.claim(lost, 'next', 100));
    expect(await store.claim(mine, 'next', 100)).toBe(false);
  }
});

test('every store forgets values and claims when their time is over', async () => {
  const all = stores.map(([, open]) => ({ store: open(), key: randomUUID(), claimed: randomUUID() }));
  for (const { store, key, claimed } of all) {
    await Promise.all([store.set(key, 'a', 1), store.claim(claimed, 't', 1)]);
    expect(await store.get(key)).toBe('a');
  }
  for (const { store, key, claimed } of all) {
    await until(
      'both are forgotten',
      async () => (await store.get(key)) === undefined && (await store.claim(claimed, 'u', 100)),
    );
  }
});
