import type { RedisProcess } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis, onStage } from './on-stage.ts';
import type { RunningApp, Stage, StageOptions } from './stage.ts';

/** Resolves when a process reaches its Redis. */
export const isReached = ({ appUrl }: Pick<RunningApp, 'appUrl'>): Promise<void> =>
  until('the storage is there', async () =>
    (await (await fetch(`${appUrl}/readyz`)).text()).includes('"status":"ok"'),
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
  return { redis, stage };
}
