import { expect, test } from 'vitest';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { memoryPointCounter } from '../../src/storage/memory/point-counter.ts';
import type { PointCounter } from '../../src/storage/point-counter.ts';
import { rateLimiters } from '../../src/storage/rate-limiter.ts';

const LIMIT = { points: 6, seconds: 60 };

/** A counter that two processes share, and the points of each call. */
function sharedCounter() {
  const counter = memoryPointCounter(LIMIT);
  const calls: number[] = [];
  const shared: PointCounter = {
    consume(key, points) {
      calls.push(points);
      return counter.consume(key, points);
    },
  };
  return { calls, counterOf: () => shared };
}

function processOn(counterOf: () => PointCounter, clock = Date.now) {
  const behind = new WriteBehind(() => {});
  return { limiter: rateLimiters(counterOf, behind, clock)(LIMIT), behind };
}

const times = async (count: number, act: () => Promise<number>): Promise<number[]> => {
  const waits: number[] = [];
  for (let nth = 0; nth < count; nth += 1) waits.push(await act());
  return waits;
};
const granted = (waits: readonly number[]): number => waits.filter((seconds) => seconds === 0).length;

test('a process asks the counter for the first point of a window, and counts the others together behind the answers', async () => {
  const { calls, counterOf } = sharedCounter();
  const { limiter, behind } = processOn(counterOf);
  await times(4, () => limiter.consume('ann'));
  expect(calls).toEqual([1]);
  await behind.flush();
  expect(calls).toEqual([1, 3]);
});

test('what a process refuses is not counted', async () => {
  const { calls, counterOf } = sharedCounter();
  const { limiter, behind } = processOn(counterOf);
  expect(granted(await times(20, () => limiter.consume('ann')))).toBe(6);
  await behind.flush();
  expect(calls).toEqual([1, 5]);
});

test('a process that asks knows what another has counted', async () => {
  const { counterOf } = sharedCounter();
  const [one, other] = [processOn(counterOf), processOn(counterOf)];
  await times(4, () => one.limiter.consume('ann'));
  await one.behind.flush();
  expect(granted(await times(4, () => other.limiter.consume('ann')))).toBe(2);
});

test('a process learns with its next count what another has counted meanwhile', async () => {
  const { counterOf } = sharedCounter();
  const [one, other] = [processOn(counterOf), processOn(counterOf)];
  await times(2, () => one.limiter.consume('ann'));
  await times(2, () => other.limiter.consume('ann'));
  await one.behind.flush();
  await other.behind.flush();
  expect(granted(await times(4, () => other.limiter.consume('ann')))).toBe(2);
});

test('together processes exceed a limit by what they have not counted yet, and by no more', async () => {
  const { counterOf } = sharedCounter();
  const [one, other] = [processOn(counterOf), processOn(counterOf)];
  const waits = [
    ...(await times(10, () => one.limiter.consume('ann'))),
    ...(await times(10, () => other.limiter.consume('ann'))),
  ];
  expect(granted(waits)).toBe(6 + 5);
  await one.behind.flush();
  await other.behind.flush();
  expect(granted(await times(10, () => processOn(counterOf).limiter.consume('ann')))).toBe(0);
});

test('a penalty counts at once in the process that gives it', async () => {
  const { counterOf } = sharedCounter();
  const { limiter } = processOn(counterOf);
  await limiter.consume('ann');
  limiter.penalize('ann', 4);
  expect(granted(await times(4, () => limiter.consume('ann')))).toBe(1);
});

test('after the end of a window the counter is asked again', async () => {
  const { calls, counterOf } = sharedCounter();
  let now = Date.now();
  const { limiter } = processOn(counterOf, () => now);
  await limiter.consume('ann');
  now += LIMIT.seconds * 1000;
  await limiter.consume('ann');
  expect(calls).toEqual([1, 1]);
});
