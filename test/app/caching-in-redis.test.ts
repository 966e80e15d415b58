import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import type { RedisProcess } from '../../sandbox/redis/redis-server.ts';
import { until } from '../../sandbox/redis/until.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import { questions } from '../support/unknown-links.ts';

const logsAll = ['--slowlog-log-slower-than', '0', '--slowlog-max-len', '100000'];

/** Redis connects beside the app: a question may come before, and its answer is then stored in memory. */
async function onStageWithRedis(args: readonly string[] = []) {
  const redis = await onRedis(args);
  const stage = await onStage({ env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '1000' } });
  await until('the app is connected', async () =>
    (await (await fetch(`${stage.appUrl}/readyz`)).text()).includes('"store":"ok"'),
  );
  await until('the app uses its Redis', async () => {
    await types(stage, '700009');
    stage.advance(400);
    return (await redis.keys()).length > 0;
  });
  return { redis, stage };
}

/** The one entry whose key names this, once the entries beside it, which exist while a question is in flight, are gone. */
async function onlyEntry(redis: Pick<RedisProcess, 'dump'>, part: string) {
  const named = async () => [...(await redis.dump())].filter(([key]) => key.includes(part));
  await until(`one entry is left of ${part}`, async () => (await named()).length === 1);
  const [entry] = await named();
  if (entry === undefined) throw new Error(`Nothing is stored of ${part}.`);
  return entry;
}

const commandsIn = (url: string): Promise<readonly (readonly string[])[]> =>
  withClient(url, async (redis) => {
    const entries: unknown = await redis.call('SLOWLOG', 'GET', '100000');
    if (!Array.isArray(entries)) return [];
    return entries.map((entry: unknown) =>
      Array.isArray(entry) && Array.isArray(entry[3]) ? entry[3].map(String) : [],
    );
  });

/** For how many seconds the one value was stored that lies under a key with this part. */
async function secondsOf(part: string, { url, keys }: Pick<RedisProcess, 'url' | 'keys'>): Promise<number> {
  const [stored] = (await keys()).filter((key) => key.includes(part));
  const [command = []] = (await commandsIn(url)).filter(
    ([name = '', key]) => name.toLowerCase() === 'set' && key === stored,
  );
  return Number(command[command.indexOf('EX') + 1]);
}

describe('in Redis', () => {
  test('a meeting is stored under one key, and everything that is stored expires', async () => {
    const { redis, stage } = await onStageWithRedis(logsAll);
    await types(stage, '700002');
    const [key] = await onlyEntry(redis, '700002');
    for (const { ttlMs } of (await redis.dump()).values()) expect(ttlMs).toBeGreaterThan(0);
    expect(await secondsOf(key, redis)).toBe(86_400);
  });

  test('"not found" is stored for half a minute', async () => {
    const { redis, stage } = await onStageWithRedis(logsAll);
    await types(stage, '123456');
    const [key] = await onlyEntry(redis, '123456');
    expect(await secondsOf(key, redis)).toBe(30);
  });

  test('value and expiry go in one command', async () => {
    const { redis, stage } = await onStageWithRedis(logsAll);
    await types(stage, '700002');
    const commands = await commandsIn(redis.url);
    const sets = commands.filter(([name = '']) => name.toLowerCase() === 'set');
    expect(sets.length).toBeGreaterThan(1);
    for (const [, , , option] of sets) expect(option).toBe('EX');
    expect(commands.filter(([name = '']) => /expire|setex/i.test(name))).toEqual([]);
  });

  test('nothing lies there in clear: no title, password, link or id of a person', async () => {
    const { redis, stage } = await onStageWithRedis();
    await types(stage, '700001');
    await types(stage, '201501990001700002');
    const everything = JSON.stringify([...(await redis.dump())]);
    for (const part of ['Quarterly', '季度', '20150199000', 'qsh1.cn', 'open-sesame', '88893351', 'att7000'])
      expect(everything).not.toContain(part);
  });

  test('another process of the app finds what this one asked', async () => {
    const { redis, stage } = await onStageWithRedis();
    await types(stage, '700002');
    const other = await stage.startApp({ REDIS_URL: redis.url });
    const before = questions(stage).meetings;
    await until('the other process finds it', async () => {
      const count = asked(stage).length;
      const { shown } = await types(stage, 'https://ntest.qsh1.cn/k/att700002', { appUrl: other.appUrl });
      return shown.includes('Design review') && asked(stage).length === count;
    });
    expect(questions(stage).meetings).toBe(before);
  });

  test('a process with another key finds nothing, and asks', async () => {
    const { redis, stage } = await onStageWithRedis();
    await types(stage, '700002');
    const other = await stage.startApp({ REDIS_URL: redis.url, CACHE_KEY: 'another-key-of-sixteen' });
    const before = asked(stage).length;
    expect((await types(stage, '700002', { appUrl: other.appUrl })).shown).toContain('Design review');
    expect(asked(stage).length).toBe(before + 1);
  });

  test('what is broken counts as absent', async () => {
    const { redis, stage } = await onStageWithRedis();
    await types(stage, '700002');
    const [key] = await onlyEntry(redis, '700002');
    await withClient(redis.url, (client) => client.set(key, 'broken', 'EX', 100));
    stage.advance(3);
    const before = asked(stage).length;
    expect((await types(stage, '700002')).shown).toContain('Design review');
    expect(asked(stage).length).toBe(before + 1);
  });
});

describe('without its Redis', () => {
  test.each(['kill', 'freeze'] as const)('after a %s every question is still answered', async (end) => {
    const { redis, stage } = await onStageWithRedis();
    await redis[end]();
    for (const id of ['700001', '700002', '700003', '700001']) {
      const { shown } = await types(stage, id);
      expect(shown).toContain(`meeting ${id}`);
    }
    const readiness = () => fetch(`${stage.appUrl}/readyz`);
    await until('the connection counts as lost', async () =>
      (await (await readiness()).text()).includes('unavailable'),
    );
    const answer = await readiness();
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'degraded', store: 'degraded', durable: 'unavailable' },
    ]);
  });

  test('it is used again when it is back', async () => {
    const { redis, stage } = await onStageWithRedis();
    await redis.kill();
    await types(stage, '700001');
    await redis.restart();
    await until('something is stored again', async () => {
      stage.advance(400);
      await types(stage, '700001');
      return (await redis.keys()).length > 0;
    });
  });

  test('without REDIS_URL the process stores its answers in memory', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    await types(stage, '700002');
    expect(asked(stage)).toHaveLength(1);
    expect(stage.log.text()).toContain('"store":"memory"');
  });
});
