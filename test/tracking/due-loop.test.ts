import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { memoryDueTimes } from '../../src/storage/memory/due-times.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { type DueJob, dueLoop, dueMember, LEASE_MS } from '../../src/tracking/due-loop.ts';

const NOW = 1_924_826_400_000;

/** A loop over work that is due, on a clock of the test's, and what it could not do. */
function loopOf(run: DueJob, atOnce = 8) {
  const times = memoryDueTimes();
  const failures: unknown[] = [];
  const steps: string[] = [];
  let now = NOW;
  const loop = dueLoop({
    work: [{ name: 'checks', times, run }],
    clock: () => now,
    everyMs: 1,
    atOnce,
    onFailure: (error) => failures.push(error),
    onStep: (name, step) => steps.push(`${name} ${step}`),
  });
  loop.start();
  return {
    times,
    loop,
    failures,
    steps,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('a backlog is worked off by as much at a time as is allowed', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const { times, loop } = loopOf(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    done += 1;
    return undefined;
  }, 3);
  for (let nth = 0; nth < 100; nth += 1) await times.schedule(dueMember(SINGLE_WORKSPACE, `m${nth}`), NOW);
  await until('all is done', async () => done === 100);
  expect(most).toBe(3);
  await loop.stop();
  expect(await times.size()).toBe(0);
});

test('work that fails is told, and tried again when its lease is over', async () => {
  let attempts = 0;
  const { times, loop, failures, steps, pass } = loopOf(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('broken');
    return undefined;
  });
  await times.schedule(dueMember(SINGLE_WORKSPACE, 'm'), NOW);
  await until('it failed', async () => failures.length === 1);
  expect(await times.oldest()).toBe(NOW + LEASE_MS);
  pass(LEASE_MS);
  await until('it was done', async () => (await times.size()) === 0);
  expect(attempts).toBe(2);
  expect(steps).toEqual(['checks begun', 'checks failed', 'checks begun', 'checks done']);
  await loop.stop();
});

test('a loop that stops lets what runs end, and takes nothing more', async () => {
  let end: (() => void) | undefined;
  const { times, loop, steps } = loopOf(
    () =>
      new Promise((resolve) => {
        end = () => resolve(undefined);
      }),
    1,
  );
  await times.schedule(dueMember(SINGLE_WORKSPACE, 'one'), NOW);
  await times.schedule(dueMember(SINGLE_WORKSPACE, 'two'), NOW + 0);
  await until('one runs', async () => end !== undefined);
  const stopped = loop.stop();
  expect(steps).toEqual(['checks begun']);
  end?.();
  await stopped;
  expect(await times.size()).toBe(1);
});

test('what belongs to no tenant is dropped', async () => {
  const ran: string[] = [];
  const { times, loop } = loopOf(async (_tenant, id) => {
    ran.push(id);
    return undefined;
  });
  await times.schedule('not a tenant', NOW);
  await until('it is dropped', async () => (await times.size()) === 0);
  expect(ran).toEqual([]);
  await loop.stop();
});
