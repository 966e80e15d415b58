import type { DurableStore } from '../durable-store.ts';
import type { RedisConnection } from './connection.ts';

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
    async delete(key) {
      await redis.del(key);
    },
  };
}
