import { afterAll, beforeAll } from 'vitest';
import { startRedis } from '../../sandbox/redis/redis-server.ts';
import { type Processes, processes } from './processes.ts';

/** So many processes on one Redis for all tests of a file, or of a `describe`: known once its tests begin, and ended after the last. */
export function sharedProcesses(count: number): () => Processes {
  let started: Processes | undefined;
  const endings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const redis = await startRedis();
    endings.push(redis.stop);
    started = await processes(count, { REDIS_URL: redis.url }, (clear) => void endings.push(clear));
  });
  afterAll(async () => {
    for (const clear of endings.reverse()) await clear();
  });
  return () => {
    if (started === undefined) throw new Error('The processes are started before the first test.');
    return started;
  };
}
