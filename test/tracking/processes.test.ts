import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, metric, questionsOf, shares, showsSoon, threadOf } from '../support/following.ts';
import { callsOf } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { onSharedRedis } from '../support/shared-redis.ts';

const SOON = '700012';
const LEASE_SECONDS = 60;

test('three processes ask once about a meeting, update its card once, and note once what happened', async () => {
  const { stage } = await onSharedRedis({ others: 2 });
  const card = await shares(stage, SOON);
  const before = questionsOf(stage);
  changes(stage, SOON, { status: 0 });
  stage.advance(5 * 60);
  await until('the thread is told', async () => threadOf(stage, card).length > 0);
  stage.advance(2 * LEASE_SECONDS);
  await until('nothing is overdue', async () => (await metric(stage, 'overdue_check_seconds')) === 0);
  expect(questionsOf(stage)).toBe(before + 1);
  expect(callsOf(stage, 'chat.update')).toHaveLength(1);
  expect(threadOf(stage, card)).toHaveLength(1);
});

test('what is stored of a card is sealed, and ends', async () => {
  const { redis, stage } = await onSharedRedis();
  await shares(stage, SOON);
  const everything = JSON.stringify([...(await redis.dump())]);
  for (const part of ['Stand-up', 'qsh1.cn', 'C0TEAM', 'PLAIN']) expect(everything).not.toContain(part);
  const keys = await redis.keys();
  expect(keys.filter((key) => key.includes(':tracked:'))).toHaveLength(1);
});

describe('roles', () => {
  test('a web process posts cards, and a worker keeps them current', async () => {
    const redis = await onRedis();
    const stage = await onStage({ env: { REDIS_URL: redis.url, ROLE: 'web' } });
    const card = await shares(stage, SOON);
    await until('it is followed', async () => (await metric(stage, 'followed_cards')) === 1);
    changes(stage, SOON, { title: 'Town hall' });
    stage.advance(5 * 60 + 1);
    expect(await metric(stage, 'overdue_check_seconds')).toBeGreaterThan(0);
    const worker = await stage.startApp({ ROLE: 'worker' });
    await showsSoon(stage, () => card, 'Town hall');
    const { status } = await fetch(`${worker.appUrl}/slack/events`, { method: 'POST' });
    expect(status).toBe(404);
    expect((await fetch(`${worker.appUrl}/readyz`)).status).toBe(200);
  });
});

describe('while the durable storage is away', () => {
  test('a card is shared all the same, and follows its meeting once the storage is back', async () => {
    const { redis, stage } = await onSharedRedis();
    await redis.kill();
    const card = await shares(stage, SOON);
    expect(shownIn(card)).toContain('Stand-up');
    expect(stage.slack.ephemerals).toEqual([]);
    await redis.restart();
    await until('it is followed', async () => (await metric(stage, 'followed_cards')) === 1);
    changes(stage, SOON, { title: 'Town hall' });
    stage.advance(5 * 60);
    await showsSoon(stage, () => card, 'Town hall');
  });

  test('cards wait, and catch up with what happened meanwhile', async () => {
    const { redis, stage } = await onSharedRedis({ storage: 'hangs' });
    const card = await shares(stage, SOON);
    redis.freeze();
    changes(stage, SOON, { status: 0 });
    stage.advance(5 * 60);
    await until('it is noticed', async () => stage.log.text().includes('due-work-failed'));
    redis.thaw();
    await until('its lease is over', async () => {
      stage.advance(LEASE_SECONDS);
      return shownIn(card).includes(en.phase.cancelled);
    });
    await until('the thread is told', async () => threadOf(stage, card).length === 1);
  });
});
