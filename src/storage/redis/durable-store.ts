import type { DurableStore } from '../durable-store.ts';
import type { RedisConnection } from './connection.ts';

/** In a script, since GETDEL is missing before Redis 6.2. */
const TAKE = `
local value = redis.call('get', KEYS[1])
redis.call('del', KEYS[1])
return value`;

/** Durable as far as that Redis is: `maxmemory-policy noeviction`, an append-only file. Rejects with the client's own errors. */
export function redisDurable(redis: RedisConnection): DurableStore {
  return {
    async get(key) {
      return (await redis.get(key)) ?? undefined;
    },
    async set(key, value, expirySeconds) {
      if (expirySeconds === undefined) await redis.set(key, value);
      else await redis.set(key, value, 'EX', expirySeconds);
    },
    async take(key) {
      const taken: unknown = await redis.eval(TAKE, 1, key);
      return typeof taken === 'string' ? taken : undefined;
    },
    async delete(key) {
      await redis.del(key);
    },
  };
}
