import { Redis } from 'ioredis';
import { trust } from './secured.ts';

/** The value of one key. */
export interface Entry {
  readonly type: string;
  /** A string's text; a list's, set's or sorted set's members; a hash's fields. */
  readonly value: unknown;
  /** Milliseconds left, or `undefined` for a key that does not expire. */
  readonly ttlMs: number | undefined;
}

/** Runs one piece of work with a connection of its own, which never tries again: a dead server is an error at once. */
export async function withClient<Result>(
  url: string,
  work: (redis: Redis) => Promise<Result>,
): Promise<Result> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    ...trust(url),
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** The names of all keys, sorted. */
export async function keysIn(redis: Redis): Promise<readonly string[]> {
  return (await redis.keys('*')).sort();
}

/** Every key with its value; also of a cluster's replica, which answers only read-only connections. */
export async function contents(redis: Redis): Promise<ReadonlyMap<string, Entry>> {
  await redis.call('READONLY').catch(() => undefined);
  const keys = await keysIn(redis);
  return new Map(await Promise.all(keys.map(async (key) => [key, await entry(redis, key)] as const)));
}

async function entry(redis: Redis, key: string): Promise<Entry> {
  const [type, ttl] = await Promise.all([redis.type(key), redis.pttl(key)]);
  return { type, value: await heldBy(redis, key, type), ttlMs: ttl < 0 ? undefined : ttl };
}

function heldBy(redis: Redis, key: string, type: string): Promise<unknown> {
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    default:
      return Promise.resolve(undefined);
  }
}
