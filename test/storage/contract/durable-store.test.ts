import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/redis/until.ts';
import type { DurableStore } from '../../../src/storage/durable-store.ts';
import { durableGuard, guardedDurable } from '../../../src/storage/guarded-durable.ts';
import { memoryDurable } from '../../../src/storage/memory/durable-store.ts';
import { redisDurable } from '../../../src/storage/redis/durable-store.ts';
import { derivedKey, sealedDurable } from '../../../src/storage/sealing.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const sealKey = derivedKey('a secret', 'seal');
const guard = durableGuard({ onDurableFault: () => {}, onDurableState: () => {} });
const sealed = (store: DurableStore) => sealedDurable(store, [sealKey], () => {});
const stores: readonly (readonly [string, () => DurableStore])[] = [
  ['in memory', () => memoryDurable(Date.now)],
  ['in Redis', () => redisDurable(redis())],
  ['guarded, in memory', () => guardedDurable(memoryDurable(Date.now), guard)],
  ['guarded and sealed, in Redis', () => guardedDurable(sealed(redisDurable(redis())), guard)],
];

describe.each(stores)('a durable store %s', (_where, open) => {
  const values = ['', 'x', '"json" {}', '季度评审 👩🏽‍💻 \u0000\n', 'y'.repeat(300_000)];

  test('gives back what was set, to the letter, with and without an expiry', async () => {
    const store = open();
    for (const value of values) {
      const [lasting, expiring] = [randomUUID(), randomUUID()];
      await store.set(lasting, value);
      await store.set(expiring, value, 100);
      expect([await store.get(lasting), await store.get(expiring)]).toEqual([value, value]);
    }
  });

  test('has nothing under another key', async () => {
    expect(await open().get(randomUUID())).toBeUndefined();
  });

  test('forgets what was deleted, and only that', async () => {
    const [store, one, other] = [open(), randomUUID(), randomUUID()];
    await store.set(one, 'a');
    await store.set(other, 'b');
    await store.delete(one);
    await store.delete(randomUUID());
    expect([await store.get(one), await store.get(other)]).toEqual([undefined, 'b']);
  });

  test('gives a value to one of many who take it, and forgets it', async () => {
    const [store, key] = [open(), randomUUID()];
    await store.set(key, 'once', 100);
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.take(key)));
    expect(taken.filter((value) => value !== undefined)).toEqual(['once']);
    expect([await store.get(key), await store.take(key)]).toEqual([undefined, undefined]);
  });

  test('stores the latest of two values', async () => {
    const [store, key] = [open(), randomUUID()];
    await store.set(key, 'a', 100);
    await store.set(key, 'b');
    expect(await store.get(key)).toBe('b');
  });
});

test('every durable store forgets what expires, and nothing else', async () => {
  const all = stores.map(([, open]) => ({
    store: open(),
    expiring: randomUUID(),
    lasting: randomUUID(),
    prolonged: randomUUID(),
  }));
  for (const { store, expiring, lasting, prolonged } of all) {
    await store.set(lasting, 'a');
    await store.set(prolonged, 'b', 1);
    await store.set(prolonged, 'c');
    await store.set(expiring, 'd', 1);
  }
  for (const { store, expiring, lasting, prolonged } of all) {
    await until('it has expired', async () => (await store.get(expiring)) === undefined);
    expect([await store.get(lasting), await store.get(prolonged)]).toEqual(['a', 'c']);
  }
});
