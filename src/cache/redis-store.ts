import { Redis } from 'ioredis';
import type { Store } from './store.ts';

/** A connection that fails fast: a card never waits for Redis longer than its share (perf.md, "Redis killed, frozen, absent"). */
const COMMAND_TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 500;
const RECONNECT_MAX_MS = 1000;

const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** A store in Redis, and how to leave it. Connects at once and again for ever; commands meanwhile reject. */
export interface RedisStore extends Store {
  close(): Promise<void>;
}

/** `url` is `redis://` or `rediss://`; `onFault` is told the code of each connection error. */
export function redisStore(url: string, onFault: (code: string) => void): RedisStore {
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 50, RECONNECT_MAX_MS),
  });
  redis.on('error', (error: Error) => onFault('code' in error ? String(error.code) : error.name));

  return {
    async get(key) {
      return (await redis.get(key)) ?? undefined;
    },
    async set(key, value, expirySeconds) {
      await redis.set(key, value, 'EX', expirySeconds);
    },
    async claim(key, value, expirySeconds) {
      return (await redis.set(key, value, 'EX', expirySeconds, 'NX')) === 'OK';
    },
    async delete(key) {
      await redis.del(key);
    },
    async release(key, value) {
      await redis.eval(RELEASE, 1, key, value);
    },
    async close() {
      redis.disconnect();
    },
  };
}
