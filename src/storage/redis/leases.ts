import type { Leases } from '../lease.ts';
import type { RedisConnection } from './connection.ts';

const RENEW =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('expire', KEYS[1], ARGV[2]) end return 0";
const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** Leases in Redis (redis.io, SET, "Patterns"): a script compares the token and changes the lease in one step. */
export function redisLeases(redis: RedisConnection): Leases {
  return {
    async acquire(key, token, expirySeconds) {
      return (await redis.set(key, token, 'EX', expirySeconds, 'NX')) === 'OK';
    },
    async renew(key, token, expirySeconds) {
      return (await redis.eval(RENEW, 1, key, token, expirySeconds)) === 1;
    },
    async release(key, token) {
      await redis.eval(RELEASE, 1, key, token);
    },
  };
}
