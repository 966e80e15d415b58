import { findRedisServer } from '../../../sandbox/redis/find-redis.ts';
import { type RedisProcess, startRedis } from '../../../sandbox/redis/redis-server.ts';

/** A Redis for the app that the page can stop and start again; `undefined` if there is no redis-server program. */
export async function ownRedis(): Promise<RedisProcess | undefined> {
  return findRedisServer() === undefined ? undefined : startRedis();
}
