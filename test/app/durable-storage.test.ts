import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { metric, readyz } from '../faults/readiness.ts';
import { onRedis } from '../support/on-redis.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

/** How many connections a Redis has, besides the one that asks. */
const connectionsTo = ({ url }: { readonly url: string }): Promise<number> =>
  withClient(url, async (client) => {
    const list = String(await client.call('CLIENT', 'LIST'));
    return list.trim().split('\n').length - 1;
  });

const isReached = (stage: Stage): Promise<void> =>
  until('both are reached', async () => {
    const { store, durable } = await readyz(stage.appUrl);
    return store === 'ok' && durable === 'ok';
  });

test('without any Redis what must last is in memory: the process is ready, and says once what that means', async () => {
  const stage = await onStage();
  expect(await readyz(stage.appUrl)).toMatchObject({
    code: 200,
    status: 'ok',
    store: 'ok',
    durable: 'memory',
  });
  const [warning, ...others] = loggedEvents(stage, 'durable-storage-in-memory');
  expect(others).toEqual([]);
  expect(warning).toContain('"level":40');
  expect(warning).toContain('neither STATE_REDIS_URL nor REDIS_URL is set');
  expect(await metric(stage.appUrl, 'meeting_cards_durable_unavailable')).toBe(0);
});

test('REDIS_URL alone serves both over one connection, and nothing is warned of', async () => {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url } });
  await isReached(stage);
  expect(await connectionsTo(redis)).toBe(1);
  expect(loggedEvents(stage, 'durable-storage-in-memory')).toEqual([]);
});

test('STATE_REDIS_URL with the value of REDIS_URL takes no second connection', async () => {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url, STATE_REDIS_URL: redis.url } });
  await isReached(stage);
  expect(await connectionsTo(redis)).toBe(1);
});

test('STATE_REDIS_URL alone holds what must last, and no copies of meetings', async () => {
  const state = await onRedis();
  const stage = await onStage({ env: { STATE_REDIS_URL: state.url } });
  await isReached(stage);
  await types(stage, '700001');
  expect(await state.keys()).toEqual([]);
  expect(loggedEvents(stage, 'durable-storage-in-memory')).toEqual([]);
});

test('a Redis of its own for what must last that goes away is told, cards are answered from the cache, and it is used again when it is back', async () => {
  const [cache, state] = [await onRedis(), await onRedis()];
  const stage = await onStage({ env: { REDIS_URL: cache.url, STATE_REDIS_URL: state.url } });
  await isReached(stage);
  expect([await connectionsTo(cache), await connectionsTo(state)]).toEqual([1, 1]);
  await state.kill();
  await until('that is noticed', async () => (await readyz(stage.appUrl)).durable === 'unavailable');
  expect(await readyz(stage.appUrl)).toMatchObject({ code: 200, status: 'degraded', store: 'ok' });
  expect(await metric(stage.appUrl, 'meeting_cards_durable_unavailable')).toBe(1);
  expect(await metric(stage.appUrl, 'meeting_cards_durable_faults_total{operation="ping"}')).toBeGreaterThan(
    0,
  );
  expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  await state.restart();
  await until('it is used again', async () => (await readyz(stage.appUrl)).status === 'ok');
  expect(await metric(stage.appUrl, 'meeting_cards_durable_unavailable')).toBe(0);
  const states = loggedEvents(stage, 'durable-state').map((line) => /"state":"(\w+)"/.exec(line)?.[1]);
  expect(states.slice(-2)).toEqual(['unavailable', 'ok']);
});

test('a process that stops does not take the end of its own connection for an outage', async () => {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url } });
  const other = await stage.startApp();
  await until('it is reached', async () => (await readyz(other.appUrl)).durable === 'ok');
  const before = loggedEvents(other, 'durable-state');
  await other.app.stop();
  expect(other.log.text()).toContain('"event":"stopped"');
  expect(loggedEvents(other, 'durable-state')).toEqual(before);
});
