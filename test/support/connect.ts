import { redisAddress } from '../../src/storage/redis/address.ts';
import { type LastingConnection, redisConnection } from '../../src/storage/redis/connection.ts';
import { until } from '../../sandbox/redis/until.ts';

/** The app's own connection to a Redis, once it answers. */
export async function connectTo(url: string): Promise<LastingConnection> {
  const address = redisAddress(url);
  if (address === undefined) throw new Error(`${url} is no address of Redis`);
  const connection = redisConnection(address, () => {});
  await until('Redis answers', async () => (await connection.redis.ping()) === 'PONG');
  return connection;
}
