import { afterAll, beforeAll } from 'vitest';
import { type RedisProcess, startRedis } from '../../../sandbox/redis/redis-server.ts';
import type { ReconnectingConnection, RedisConnection } from '../../../src/storage/redis/connection.ts';
import { connectTo } from '../../support/connect.ts';

/** A Redis for all tests of a file, which is stopped after them; throws when it is asked for outside them. */
export function redisForFile(): () => RedisConnection {
  let redis: RedisProcess | undefined;
  let connection: ReconnectingConnection | undefined;
  beforeAll(async () => {
    redis = await startRedis();
    connection = await connectTo(redis.url);
  });
  afterAll(async () => {
    await connection?.close();
    await redis?.stop();
  });
  return () => {
    if (connection === undefined) throw new Error('the Redis of this file does not run');
    return connection.redis;
  };
}
