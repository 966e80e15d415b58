import { expect, onTestFinished, test } from 'vitest';
import { startRedisCluster } from '../../sandbox/redis/redis-cluster.ts';
import { until } from '../../sandbox/redis/until.ts';
import { StorageUnavailable } from '../../src/storage/durable-store.ts';
import type { Storage } from '../../src/storage/open-storage.ts';
import { redisAddress } from '../../src/storage/redis/address.ts';
import { unreportedStorage } from '../../src/storage/unreported-storage.ts';
import { onRedis } from '../support/on-redis.ts';

const KEYS = Array.from({ length: 2500 }, (_, nth) => `{${nth}}`);

/** A few at a time, so that no call waits for its turn until its time limit. */
async function forEachKey<T>(call: (key: string) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let from = 0; from < KEYS.length; from += 50)
    results.push(...(await Promise.all(KEYS.slice(from, from + 50).map(call))));
  return results;
}

/** The storage of one process on these servers. */
function openOn(redis: string | undefined, stateRedis: string | undefined): Storage {
  const storage = unreportedStorage({
    redis: redis === undefined ? undefined : redisAddress(redis),
    stateRedis: stateRedis === undefined ? undefined : redisAddress(stateRedis),
    sealKeys: [Buffer.alloc(32)],
    clock: Date.now,
  });
  onTestFinished(() => storage.close());
  return storage;
}

/** Each kind of value of two tenants, more of them than one step looks at. */
async function fill(storage: Storage): Promise<void> {
  await until('it is reached', async () => {
    const { cache, durable } = storage.state();
    return cache === 'ok' && durable !== 'unavailable';
  });
  for (const tenant of ['app:T1:', 'app:T12:']) {
    await forEachKey((key) => storage.durable.set(`${tenant}value:${key}`, 'v'));
    await storage.records.setField(`${tenant}record`, 'a', 'v', 100);
    await storage.dueTimes(`${tenant}lane`).schedule('member', 1);
    await storage.mirroredCache.set(`${tenant}cached`, 'v', 100);
  }
}

/** What is left of a tenant's values. */
const leftOf = async (storage: Storage, tenant: string): Promise<readonly unknown[]> => [
  ...new Set(await forEachKey((key) => storage.durable.get(`${tenant}value:${key}`))),
  (await storage.records.fields(`${tenant}record`)).size,
  await storage.dueTimes(`${tenant}lane`).size(),
  await storage.mirroredCache.get(`${tenant}cached`),
];

const NOTHING = [undefined, 0, 0, undefined];
const ALL = ['v', 1, 1, 'v'];

test.each([
  ['one Redis', async () => Array.from({ length: 2 }).fill((await onRedis()).url)],
  ['two Redis', async () => [(await onRedis()).url, (await onRedis()).url]],
  ['a Redis for what must last, and memory', async () => [undefined, (await onRedis()).url]],
  ['memory', async () => [undefined, undefined]],
  [
    'a cluster',
    async () => {
      const cluster = await startRedisCluster();
      onTestFinished(() => cluster.stop());
      const nodes = cluster.masters.map(({ port }) => `127.0.0.1:${port}`).join(',');
      return Array.from({ length: 2 }).fill(`redis+cluster://${nodes}`);
    },
  ],
])(
  'with %s every key of a tenant is deleted, and none of a tenant with a longer name',
  async (_where, urls) => {
    const [redis, state] = await urls();
    const text = (url: unknown): string | undefined => (typeof url === 'string' ? url : undefined);
    const storage = openOn(text(redis), text(state));
    await fill(storage);
    await storage.erase('app:T1:');
    expect(await leftOf(storage, 'app:T1:')).toEqual(NOTHING);
    expect(await leftOf(storage, 'app:T12:')).toEqual(ALL);
  },
);

test.each(['cache', 'state'] as const)(
  'it rejects where the Redis of the %s is away, and works when it is back',
  async (which) => {
    const servers = { cache: await onRedis(), state: await onRedis() };
    const storage = openOn(servers.cache.url, servers.state.url);
    await fill(storage);
    await servers[which].freeze();
    await expect(storage.erase('app:T1:')).rejects.toBeInstanceOf(StorageUnavailable);
    servers[which].thaw();
    await until('it is erased', () =>
      storage.erase('app:T1:').then(
        () => true,
        () => false,
      ),
    );
    expect(await leftOf(storage, 'app:T1:')).toEqual(NOTHING);
  },
);
