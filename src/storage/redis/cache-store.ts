import type { CacheStore } from '../cache-store.ts';
import type { RedisConnection } from './connection.ts';

/** A cache in Redis; rejects while Redis does not answer. */
export function redisCache(redis: RedisConnection): CacheStore {
  return {
    async get(key) {
      return (await redis.get(key)) ?? undefined;
    },
    async set(key, value, expirySeconds) {
      await redis.set(key, value, 'EX', expirySeconds);
    },
    async setIfAbsent(key, value, expirySeconds) {
      return (await redis.set(key, value, 'EX', expirySeconds, 'NX')) === 'OK';
    },
    async delete(key) {
      await redis.del(key);
    },
  };
}
