import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { type DurableStore, StorageUnavailable } from '../../src/storage/durable-store.ts';
import { durableGuard, guardedDurable } from '../../src/storage/guarded-durable.ts';
import { memoryDurable } from '../../src/storage/memory/durable-store.ts';
import { redisDurable } from '../../src/storage/redis/durable-store.ts';
import { derivedKey, sealedDurable } from '../../src/storage/sealing.ts';
import { STORAGE_LIMITS } from '../../src/storage/storage-limits.ts';
import { connectTo } from '../support/connect.ts';
import { onRedis } from '../support/on-redis.ts';

const never = (): Promise<never> => new Promise(() => {});
const refuse = (): Promise<never> => Promise.reject(new Error('OOM for key secret-key'));

/** A guarded store, and what it told. */
function guarded(store: DurableStore, ping?: () => Promise<unknown>) {
  const told: string[] = [];
  const durable = durableGuard({
    ...(ping === undefined ? {} : { ping }),
    onDurableFault: (operation) => told.push(`fault ${operation}`),
    onDurableState: (state) => told.push(state),
  });
  return { durable, store: guardedDurable(store, durable), told };
}

/** What a promise rejects with. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => error,
  );

describe('a durable store', () => {
  test.each(['get', 'set', 'take', 'delete'] as const)(
    'whose %s fails says so by StorageUnavailable, and counts it',
    async (operation) => {
      const { store, told } = guarded({ get: refuse, set: refuse, take: refuse, delete: refuse });
      const error = await errorOf(store[operation]('secret-key', 'secret value'));
      expect(error).toBeInstanceOf(StorageUnavailable);
      expect(error).toMatchObject({ operation, code: 'storage-unavailable' });
      expect(String(error)).not.toMatch(/secret/);
      expect(told).toEqual([`fault ${operation}`, 'unavailable']);
    },
  );

  test('that refused one call is tried by the next at once', async () => {
    const { store, durable, told } = guarded({ ...memoryDurable(Date.now), set: refuse });
    await errorOf(store.set('k', 'v'));
    expect(await store.get('k')).toBeUndefined();
    expect([durable.state(), told]).toEqual(['ok', ['fault set', 'unavailable', 'ok']]);
  });
});

describe('with a clock that the test moves', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return () => void vi.useRealTimers();
  });

  test('a call without an answer rejects when the time limit is over', async () => {
    const { store } = guarded({ get: never, set: never, take: never, delete: never });
    const error = errorOf(store.set('k', 'v'));
    await vi.advanceTimersByTimeAsync(STORAGE_LIMITS.durableMs);
    expect(await error).toMatchObject({ cause: { name: 'ServerTimedOut' } });
  });

  test('a server that was never reached is unavailable', () => {
    expect(guarded(memoryDurable(Date.now), never).durable.state()).toBe('unavailable');
  });

  test('a server that fails is pinged each second until it answers, and no longer', async () => {
    let isUp = false;
    let pings = 0;
    const { store, durable, told } = guarded(
      { get: refuse, set: refuse, take: refuse, delete: refuse },
      async () => {
        pings += 1;
        if (!isUp) throw new Error('down');
      },
    );
    await errorOf(store.get('k'));
    await vi.advanceTimersByTimeAsync(3000);
    expect([pings, durable.state()]).toEqual([3, 'unavailable']);
    isUp = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([pings, durable.state(), told.at(-1)]).toEqual([4, 'ok', 'ok']);
  });

  test('a closed store is not pinged', async () => {
    let pings = 0;
    const { store, durable } = guarded(
      { get: refuse, set: refuse, take: refuse, delete: refuse },
      async () => {
        pings += 1;
      },
    );
    durable.close();
    await errorOf(store.get('k'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pings).toBe(0);
  });
});

describe('in a Redis', () => {
  const sealKey = derivedKey('a secret', 'seal');

  async function inRedis(key: Buffer = sealKey) {
    const redis = await onRedis();
    const connection = await connectTo(redis.url);
    let unreadable = 0;
    const sealed = sealedDurable(redisDurable(connection.redis), [key], () => {
      unreadable += 1;
    });
    return { redis, connection, unreadable: () => unreadable, ...guarded(sealed, connection.ping) };
  }

  test.each(['kill', 'freeze'] as const)(
    'after a %s every operation rejects, and works again when it is back',
    async (end) => {
      const { redis, connection, store } = await inRedis();
      await store.set('k', 'before');
      await redis[end]();
      for (const operation of ['get', 'set', 'take', 'delete'] as const)
        expect(await errorOf(store[operation]('other', 'v'))).toBeInstanceOf(StorageUnavailable);
      if (end === 'kill') await redis.restart();
      else redis.thaw();
      await until('it works again', async () => (await errorOf(store.set('k', 'after'))) === 'nothing');
      expect(await store.get('k')).toBe('after');
      await connection.close();
    },
  );

  test('that is full refuses a write, loses nothing, and can still be read and tidied', async () => {
    const { redis, connection, store } = await inRedis();
    await store.set('k', 'v');
    await withClient(redis.url, async (client) => {
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await client.config('SET', 'maxmemory', '1');
    });
    expect(await errorOf(store.set('more', 'v'))).toBeInstanceOf(StorageUnavailable);
    expect(await store.get('k')).toBe('v');
    await store.delete('k');
    expect(await store.get('k')).toBeUndefined();
    await connection.close();
  });

  test('nothing of a value is in clear, and one that was moved or sealed by another key counts as absent and is reported', async () => {
    const { redis, connection, store, unreadable } = await inRedis();
    await store.set('k', 'secret value');
    expect(JSON.stringify([...(await redis.dump())])).not.toContain('secret');
    await withClient(redis.url, async (client) => {
      await client.copy('k', 'moved');
      await client.set('foreign', 'not sealed');
    });
    expect([await store.get('moved'), await store.get('foreign'), unreadable()]).toEqual([
      undefined,
      undefined,
      2,
    ]);
    const other = sealedDurable(
      redisDurable(connection.redis),
      [derivedKey('another secret', 'seal')],
      () => {},
    );
    expect([await other.get('k'), await store.get('k')]).toEqual([undefined, 'secret value']);
    await connection.close();
  });
});
