import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import { recents } from '../support/two-processes.ts';
import { metric, readiness } from './readiness.ts';

const ANN = { userId: 'U0ANN' };

/** Settings with which a Redis answers reads and refuses each write. */
const REFUSALS = {
  'whose memory is full (OOM)': { 'maxmemory-policy': 'noeviction', maxmemory: '1' },
  'that lacks a replica to write to (NOREPLICAS)': { 'min-replicas-to-write': '1' },
} as const;

describe.each(Object.entries(REFUSALS))('beside a Redis %s', (_why, settings) => {
  async function refusing() {
    const redis = await onRedis();
    const stage = await onStage({ env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '8' } });
    await until('the app uses its Redis', async () => {
      stage.advance(400);
      await types(stage, '700009', { userId: 'U0POLLY' });
      return (await redis.keys()).some((key) => key.includes('700009'));
    });
    await withClient(redis.url, async (client) => {
      for (const [name, value] of Object.entries(settings)) await client.config('SET', name, value);
    });
    return { redis, stage };
  }

  test('everybody gets their card, and a meeting is asked for once', async () => {
    const { stage } = await refusing();
    const before = asked(stage).length;
    for (let nth = 0; nth < 3; nth += 1) {
      const { answer, shown } = await types(stage, '700001', ANN);
      expect([answer.failure, shown.includes('Quarterly review')]).toEqual([undefined, true]);
    }
    expect(asked(stage).length - before).toBe(1);
    expect((await readiness(stage.appUrl)).code).toBe(200);
  });

  test('what people looked up is listed, and their limit holds', async () => {
    const { stage } = await refusing();
    const shown: string[] = [];
    for (let nth = 0; nth < 9; nth += 1) shown.push((await types(stage, '700002', ANN)).shown);
    expect(shown.map((text) => text.includes('too many meetings'))).toEqual([...Array(8).fill(false), true]);
    expect(await recents(stage)).toEqual(['700002']);
  });

  test('the refusals are counted, and Redis is written to again when it takes writes', async () => {
    const { redis, stage } = await refusing();
    await types(stage, '700003', ANN);
    const failed = async (): Promise<number> => {
      const operations = ['set', 'setIfAbsent', 'acquire', 'consume'];
      const counts = operations.map((operation) =>
        metric(stage.appUrl, `meeting_cards_store_faults_total{operation="${operation}"}`),
      );
      return (await Promise.all(counts)).reduce((sum, count) => sum + count);
    };
    await until('a refusal is counted', async () => (await failed()) > 0);
    await withClient(redis.url, async (client) => {
      await client.config('SET', 'maxmemory', '0');
      await client.config('SET', 'min-replicas-to-write', '0');
    });
    await until('a meeting is stored there', async () => {
      stage.advance(400);
      await types(stage, '700004', ANN);
      return (await redis.keys()).some((key) => key.includes('700004'));
    });
  });
});
