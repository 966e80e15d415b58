import { withClient } from '../../sandbox/redis/contents.ts';
import type { RedisProcess } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from './on-redis.ts';
import { onStage } from './on-stage.ts';
import type { RunningApp, Stage, StageOptions } from './stage.ts';

/** Resolves when a process reaches its Redis. */
export const isReached = ({ appUrl }: Pick<RunningApp, 'appUrl'>): Promise<void> =>
  until('the storage is there', async () =>
    (await (await fetch(`${appUrl}/readyz`)).text()).includes('"status":"ok"'),
  );

/** How often Redis was asked for a whole record, such as what was set. */
export const recordsRead = ({ url }: Pick<RedisProcess, 'url'>): Promise<number> =>
  withClient(url, async (client) =>
    Number(/cmdstat_hgetall:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0),
  );

/** A stage with so many more processes of the app on one Redis, which is there, and that Redis. */
export async function onSharedRedis({
  others = 0,
  env = {},
  ...options
}: StageOptions & { readonly others?: number } = {}): Promise<{
  readonly redis: RedisProcess;
  readonly stage: Stage;
}> {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url, ...env }, ...options });
  for (let nth = 0; nth < others; nth += 1) await stage.startApp();
  await isReached(stage);
  // What was set is read as soon as the storage is there; before that, cards show less.
  await until('what was set is read', async () => (await recordsRead(redis)) > others);
  return { redis, stage };
}
