import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/redis/until.ts';
import { createGuard } from '../../../src/storage/guard.ts';
import { guardedLeases } from '../../../src/storage/guarded.ts';
import type { Leases } from '../../../src/storage/lease.ts';
import { memoryLeases } from '../../../src/storage/memory/leases.ts';
import { redisLeases } from '../../../src/storage/redis/leases.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const guard = () => createGuard({ onFault: () => {}, onState: () => {} });
const all: readonly (readonly [string, () => Leases])[] = [
  ['in memory', () => memoryLeases(Date.now)],
  ['in Redis', () => redisLeases(redis())],
  ['guarded, in Redis', () => guardedLeases(redisLeases(redis()), memoryLeases(Date.now), guard())],
];

describe.each(all)('a lease %s', (_where, open) => {
  test('is acquired by one of many', async () => {
    const [leases, key] = [open(), randomUUID()];
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => leases.acquire(key, `t${nth}`, 100)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test('is not acquired again by its own holder', async () => {
    const [leases, key] = [open(), randomUUID()];
    await leases.acquire(key, 'mine', 100);
    expect(await leases.acquire(key, 'mine', 100)).toBe(false);
  });

  test('is released by its holder alone', async () => {
    const [leases, key] = [open(), randomUUID()];
    await leases.acquire(key, 'mine', 100);
    await leases.release(key, 'not mine');
    expect(await leases.acquire(key, 'theirs', 100)).toBe(false);
    await leases.release(key, 'mine');
    expect(await leases.acquire(key, 'theirs', 100)).toBe(true);
  });

  test('is renewed by its holder alone', async () => {
    const [leases, key] = [open(), randomUUID()];
    expect(await leases.renew(key, 'mine', 100)).toBe(false);
    await leases.acquire(key, 'mine', 100);
    expect([await leases.renew(key, 'mine', 100), await leases.renew(key, 'theirs', 100)]).toEqual([
      true,
      false,
    ]);
  });

  test('has nothing to do with a lease of another key', async () => {
    const leases = open();
    const [one, other] = [randomUUID(), randomUUID()];
    expect([await leases.acquire(one, 't', 100), await leases.acquire(other, 't', 100)]).toEqual([
      true,
      true,
    ]);
  });
});

test('every lease ends with its time, unless its holder renewed it', async () => {
  const opened = all.map(([, open]) => ({ leases: open(), renewed: randomUUID(), lost: randomUUID() }));
  for (const { leases, renewed, lost } of opened) {
    await Promise.all([leases.acquire(renewed, 'holder', 1), leases.acquire(lost, 'holder', 1)]);
    await leases.renew(renewed, 'holder', 100);
    await leases.renew(lost, 'somebody', 100);
  }
  for (const { leases, renewed, lost } of opened) {
    await until('the other is free', () => leases.acquire(lost, 'next', 100));
    expect(await leases.acquire(renewed, 'next', 100)).toBe(false);
  }
});
