import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startRedisCluster } from '../../sandbox/redis/redis-cluster.ts';
import { startSentinel } from '../../sandbox/redis/redis-sentinel.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onStage, type Read, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { readiness } from './readiness.ts';

const IDS = ['700001', '700002', '700003', '700004', '700005', '700006', '700007', '700008', '700012'];
const PEOPLE = ['U0HAN', 'U0LI', 'U0ANN', 'U0LUCY', 'U0POLLY'];

const isUsed = async (stage: Stage): Promise<boolean> => {
  await types(stage, '700009');
  return (await readiness(stage.appUrl)).store === 'ok';
};

/** Between two rounds of people who ask; without it they would keep a core busy. */
const PAUSE_MS = 100;

/** People go on asking until it is so; resolves with what each of them got. */
async function askingUntil(stage: Stage, isSo: () => Promise<boolean>): Promise<readonly Read[]> {
  const reads: Read[] = [];
  const ask = async (): Promise<boolean> => {
    const asks = IDS.map((id, nth) => types(stage, id, { userId: PEOPLE[nth % PEOPLE.length] ?? '' }));
    reads.push(...(await Promise.all(asks)));
    await after(PAUSE_MS);
    return isSo();
  };
  await until('the store is used again', ask);
  return reads;
}

/** Nobody was left without a card. */
function expectAllAnswered(reads: readonly Read[]): void {
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.filter(({ answer }) => answer.failure !== undefined)).toEqual([]);
  expect(reads.filter(({ shown }) => !/7000\d\d/.test(shown))).toEqual([]);
}

const ENDS = [
  ['dies', 'kill'],
  ['hangs', 'freeze'],
] as const;

test.each(ENDS)('a master of a cluster %s under load, and nobody loses their answer', async (_how, end) => {
  const cluster = await startRedisCluster({ replicas: true });
  onTestFinished(() => cluster.stop());
  const nodes = cluster.masters.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const stage = await onStage({
    storage: 'hangs',
    env: { REDIS_URL: `redis+cluster://${nodes}`, LOOKUPS_PER_MINUTE: '100000' },
  });
  await until('the cluster is used', () => isUsed(stage));
  await askingUntil(stage, async () => {
    const held = await Promise.all(cluster.masters.map((master) => master.keys()));
    return held.every((keys) => keys.length > 0);
  });
  await cluster.masters[0]?.[end]();
  const isWhole = async (): Promise<boolean> => {
    stage.advance(400);
    await Promise.all(IDS.map((id) => types(stage, id)));
    const successor = await cluster.replicas[0]?.keys();
    return (successor?.length ?? 0) > 0 && (await readiness(stage.appUrl)).store === 'ok';
  };
  expectAllAnswered(await askingUntil(stage, isWhole));
});

test.each(ENDS)(
  'a master %s, a sentinel puts a replica in its place, and nobody loses their answer',
  async (_how, end) => {
    const group = await startSentinel();
    onTestFinished(() => group.stop());
    const addresses = group.sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',');
    const stage = await onStage({
      storage: 'hangs',
      env: { REDIS_URL: `redis+sentinel://${addresses}/${group.name}`, LOOKUPS_PER_MINUTE: '100000' },
    });
    await until('the master is used', () => isUsed(stage));
    await group.master[end]();
    const reads = await askingUntil(stage, async () => {
      stage.advance(400);
      await types(stage, '700009');
      const isReplaced = (await group.masterPort()) === group.replica.port;
      return isReplaced && (await readiness(stage.appUrl)).store === 'ok';
    });
    expectAllAnswered(reads);
    await until('the new master holds what is stored', async () => {
      stage.advance(400);
      await types(stage, '700009');
      return (await group.replica.keys()).some((key) => key.includes('700009'));
    });
  },
);
