import type { CacheStore } from '../cache-store.ts';
import type { RedisConnection } from './connection.ts';

const RENEW =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('expire', KEYS[1], ARGV[2]) end return 0";
const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** A store in Redis; rejects while Redis does not answer. */
export function redisStore(redis: RedisConnection): CacheStore {
  return {
    async get(key) {
      return (await redis.get(key)) ?? undefined;
    },
    async set(key, value, expirySeconds) {
      await redis.set(key, value, 'EX', expirySeconds);
    },
    async claim(key, token, expirySeconds) {
      return (await redis.set(key, token, 'EX', expirySeconds, 'NX')) === 'OK';
    },
    async renew(key, token, expirySeconds) {
      await redis.eval(RENEW, 1, key, token, expirySeconds);
    },
    async delete(key) {
      await redis.del(key);
    },
    async release(key, token) {
      await redis.eval(RELEASE, 1, key, token);
    },
  };
}
