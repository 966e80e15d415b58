import { describe, expect, test } from 'vitest';
import {
  distributedSingleFlight,
  type Handoff,
  type Task,
} from '../../src/conference/distributed-single-flight.ts';
import { memoryStore } from '../../src/storage/memory/cache-store.ts';
import { virtualTime } from '../support/virtual-time.ts';

const TURN_MS = 25;
const WAIT_MS = 2250;

/** Processes that share a store, an answer and a time that passes only in waiting. */
function processes(count: number) {
  const time = virtualTime();
  const store = memoryStore(time.now);
  let [answer, asks]: [string | undefined, number] = [undefined, 0];
  const told = new Map<string, string>();
  const left: Handoff<string> = {
    leave: async (lease, said) => void (said === 'answer' || told.set(lease, said)),
    find: async (lease) => told.get(lease),
  };
  const all = Array.from({ length: count }, (_, nth) => {
    const nonce = () => `${nth}/${Math.random()}`;
    return distributedSingleFlight<string>({
      store,
      waitMs: WAIT_MS,
      left,
      nonce,
      now: time.now,
      wait: time.wait,
    });
  });
  const forget = (): void => {
    answer = undefined;
  };
  const inquiry = (askMs: number, terms = ''): Task<string> => ({
    lease: 'lease',
    terms,
    look: async () => answer,
    async ask() {
      asks += 1;
      await time.wait(askMs);
      answer = 'answer';
      return answer;
    },
  });
  /** Asks in vain: nobody finds anything by looking. */
  const inVain = (askMs: number): Task<string> => ({
    ...inquiry(askMs),
    look: async () => undefined,
    async ask() {
      asks += 1;
      await time.wait(askMs);
      return 'nothing';
    },
  });
  const failing = { ...inquiry(0), ask: () => Promise.reject(new Error('no')) };
  return { time, store, all, inquiry, inVain, failing, asks: () => asks, forget };
}

describe('an inquiry', () => {
  test.each([10, 150, 900, 2000])(
    'of many in many processes that takes %i ms is made once',
    async (askMs) => {
      const { time, all, inquiry, asks } = processes(4);
      const many = Array.from({ length: 100 }, (_, nth) => all[nth % 4]?.answer(inquiry(askMs)));
      expect(new Set(await time.passes(Promise.all(many)))).toEqual(new Set(['answer']));
      expect(asks()).toBe(1);
    },
  );

  test('is answered everywhere within a turn', async () => {
    const { time, all, inquiry } = processes(4);
    await time.passes(Promise.all(all.map((process) => process.answer(inquiry(900)))));
    expect(time.now()).toBeLessThanOrEqual(900 + TURN_MS);
  });

  test('that gave nothing to keep is made once all the same', async () => {
    const { time, all, inVain, asks } = processes(4);
    const many = Array.from({ length: 100 }, (_, nth) => all[nth % 4]?.answer(inVain(1000)));
    expect(new Set(await time.passes(Promise.all(many)))).toEqual(new Set(['nothing']));
    expect(asks()).toBe(1);
    expect(time.now()).toBeLessThanOrEqual(1000 + TURN_MS);
  });

  test('whose asker died is made by the next one after a second', async () => {
    const { time, store, all, inquiry, asks } = processes(1);
    await store.claim('lease', 'dead', 1);
    expect(await time.passes(all[0]?.answer(inquiry(0)))).toBe('answer');
    expect([asks(), time.now()]).toEqual([1, 1000]);
  });

  test('that another makes for ever is made by oneself in the end', async () => {
    const { time, store, all, inquiry, asks } = processes(1);
    await store.claim('lease', 'endless', 100);
    expect(await time.passes(all[0]?.answer(inquiry(0)))).toBe('answer');
    expect([asks(), time.now()]).toEqual([1, WAIT_MS]);
  });

  test('that failed for one process is made by the next at once', async () => {
    const { time, all, inquiry, failing, asks } = processes(2);
    const first = expect(all[0]?.answer(failing)).rejects.toThrow('no');
    const second = all[1]?.answer(inquiry(0));
    expect(await time.passes(second)).toBe('answer');
    await first;
    expect([asks(), time.now()]).toEqual([1, TURN_MS]);
  });

  test('on other terms is another one', async () => {
    const { time, all, inquiry, asks, forget } = processes(1);
    await time.passes(all[0]?.answer(inquiry(0, 'young')));
    forget();
    const both = [all[0]?.answer(inquiry(0, 'young')), all[0]?.answer(inquiry(0, 'any'))];
    await time.passes(Promise.all(both));
    expect(asks()).toBe(2);
  });
});

describe('a refresh', () => {
  test('is left to whoever is at it already, here or elsewhere', async () => {
    const { time, all, inquiry, asks } = processes(3);
    const many = Array.from({ length: 30 }, (_, nth) => all[nth % 3]?.refresh(inquiry(10)));
    const results = await time.passes(Promise.all(many));
    expect(asks()).toBe(1);
    expect(results?.filter((result) => result === undefined)).toHaveLength(20);
  });

  test('frees its lease, also when it fails', async () => {
    const { store, all, failing } = processes(1);
    await all[0]?.refresh(failing).catch(() => {});
    expect(await store.claim('lease', 'next', 1)).toBe(true);
  });
});
