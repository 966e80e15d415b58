import { describe, expect, test } from 'vitest';
import {
  distributedSingleFlight,
  type Handoff,
  type Task,
} from '../../src/conference/distributed-single-flight.ts';
import { memoryLeases } from '../../src/storage/memory/leases.ts';
import { virtualTime } from '../support/virtual-time.ts';

const POLL_MS = 25;
const WAIT_MS = 2250;

/** Processes that share a store, an answer and a time that passes only in waiting. */
function processes(count: number) {
  const time = virtualTime();
  const leases = memoryLeases(time.now);
  let [answer, fetches]: [string | undefined, number] = [undefined, 0];
  const handedOver = new Map<string, string>();
  const handoff: Handoff<string> = {
    put: async (lease, outcome) => void (outcome === 'answer' || handedOver.set(lease, outcome)),
    get: async (lease) => handedOver.get(lease),
  };
  const all = Array.from({ length: count }, (_, nth) => {
    const nonce = () => `${nth}/${Math.random()}`;
    return distributedSingleFlight<string>({
      leases,
      waitMs: WAIT_MS,
      handoff,
      nonce,
      now: time.now,
      wait: time.wait,
    });
  });
  const forget = (): void => {
    answer = undefined;
  };
  const task = (fetchMs: number, variant = ''): Task<string> => ({
    lease: 'lease',
    variant,
    find: async () => answer,
    async fetch() {
      fetches += 1;
      await time.wait(fetchMs);
      answer = 'answer';
      return answer;
    },
  });
  /** Without result: nothing is stored that `find` could see. */
  const withoutResult = (fetchMs: number): Task<string> => ({
    ...task(fetchMs),
    find: async () => undefined,
    async fetch() {
      fetches += 1;
      await time.wait(fetchMs);
      return 'nothing';
    },
  });
  const failing = { ...task(0), fetch: () => Promise.reject(new Error('no')) };
  return { time, leases, all, task, withoutResult, failing, fetches: () => fetches, forget };
}

describe('a task', () => {
  test.each([10, 150, 900, 2000])('of many in many processes that takes %i ms runs once', async (fetchMs) => {
    const { time, all, task, fetches } = processes(4);
    const many = Array.from({ length: 100 }, (_, nth) => all[nth % 4]?.run(task(fetchMs)));
    expect(new Set(await time.passes(Promise.all(many)))).toEqual(new Set(['answer']));
    expect(fetches()).toBe(1);
  });

  test('gives its outcome to all processes within one polling interval', async () => {
    const { time, all, task } = processes(4);
    await time.passes(Promise.all(all.map((process) => process.run(task(900)))));
    expect(time.now()).toBeLessThanOrEqual(900 + POLL_MS);
  });

  test('whose outcome is not stored runs once all the same', async () => {
    const { time, all, withoutResult, fetches } = processes(4);
    const many = Array.from({ length: 100 }, (_, nth) => all[nth % 4]?.run(withoutResult(1000)));
    expect(new Set(await time.passes(Promise.all(many)))).toEqual(new Set(['nothing']));
    expect(fetches()).toBe(1);
    expect(time.now()).toBeLessThanOrEqual(1000 + POLL_MS);
  });

  test('whose process died is run by the next one after a second', async () => {
    const { time, leases, all, task, fetches } = processes(1);
    await leases.acquire('lease', 'dead', 1);
    expect(await time.passes(all[0]?.run(task(0)))).toBe('answer');
    expect([fetches(), time.now()]).toEqual([1, 1000]);
  });

  test('that another process never finishes is fetched without the lease in the end', async () => {
    const { time, leases, all, task, fetches } = processes(1);
    await leases.acquire('lease', 'endless', 100);
    expect(await time.passes(all[0]?.run(task(0)))).toBe('answer');
    expect([fetches(), time.now()]).toEqual([1, WAIT_MS]);
  });

  test('that failed in one process is run by the next at once', async () => {
    const { time, all, task, failing, fetches } = processes(2);
    const first = expect(all[0]?.run(failing)).rejects.toThrow('no');
    const second = all[1]?.run(task(0));
    expect(await time.passes(second)).toBe('answer');
    await first;
    expect([fetches(), time.now()]).toEqual([1, POLL_MS]);
  });

  test('of another variant is another task', async () => {
    const { time, all, task, fetches, forget } = processes(1);
    await time.passes(all[0]?.run(task(0, 'young')));
    forget();
    const both = [all[0]?.run(task(0, 'young')), all[0]?.run(task(0, 'any'))];
    await time.passes(Promise.all(both));
    expect(fetches()).toBe(2);
  });
});

describe('a refresh', () => {
  test('does nothing while this or another process is fetching', async () => {
    const { time, all, task, fetches } = processes(3);
    const many = Array.from({ length: 30 }, (_, nth) => all[nth % 3]?.refresh(task(10)));
    const results = await time.passes(Promise.all(many));
    expect(fetches()).toBe(1);
    expect(results?.filter((result) => result === undefined)).toHaveLength(20);
  });

  test('releases its lease, also when it fails', async () => {
    const { leases, all, failing } = processes(1);
    await all[0]?.refresh(failing).catch(() => {});
    expect(await leases.acquire('lease', 'next', 1)).toBe(true);
  });
});
