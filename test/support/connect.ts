import { until } from '../../sandbox/redis/until.ts';
import { redisAddress } from '../../src/storage/redis/address.ts';
import { type ReconnectingConnection, redisConnection } from '../../src/storage/redis/connection.ts';

/** The app's own connection to a Redis, once it answers. */
export async function connectTo(url: string): Promise<ReconnectingConnection> {
  const address = redisAddress(url);
  if (address === undefined) throw new Error(`${url} is not an address of Redis`);
  const connection = redisConnection(address, () => {});
  await until('Redis answers', async () => (await connection.redis.ping()) === 'PONG');
  return connection;
}
