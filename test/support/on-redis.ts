import { onTestFinished } from 'vitest';
import { type RedisProcess, startRedis } from '../../sandbox/redis/redis-server.ts';

/** A real Redis that is stopped when the test ends. */
export async function onRedis(args: readonly string[] = []): Promise<RedisProcess> {
  const redis = await startRedis({ args });
  onTestFinished(() => redis.stop());
  return redis;
}
