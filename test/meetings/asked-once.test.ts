import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/cache/memory-store.ts';
import { askedOnce, type Inquiry } from '../../src/meetings/asked-once.ts';

const TURN_MS = 25;

/** Processes that share a store and an answer; their waits pass as the test lets them. */
function processes(count: number, onWait: () => void = () => {}) {
  const store = memoryStore(Date.now);
  let [answer, asks, waits]: [string | undefined, number, number] = [undefined, 0, 0];
  const wait = async (milliseconds: number): Promise<void> => {
    waits += milliseconds;
    onWait();
    await new Promise(setImmediate);
  };
  const all = Array.from({ length: count }, (_, nth) => {
    const nonce = () => `${nth}/${Math.random()}`;
    return askedOnce<string>({ store, leaseSeconds: 3, nonce, wait });
  });
  const forget = (): void => {
    answer = undefined;
  };
  const inquiry = (ask: () => Promise<string>, terms = ''): Inquiry<string> => ({
    lease: 'lease',
    terms,
    look: async () => answer,
    async ask() {
      asks += 1;
      answer = await ask();
      return answer;
    },
  });
  return { store, all, inquiry, asks: () => asks, waits: () => waits, forget };
}

const soon = async (): Promise<string> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  return 'answer';
};

describe('an inquiry', () => {
  test('of many in many processes is made once, and all get its answer', async () => {
    const { all, inquiry, asks } = processes(4);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nth) => all[nth % 4]?.answer(inquiry(soon))),
    );
    expect(new Set(answers)).toEqual(new Set(['answer']));
    expect(asks()).toBe(1);
  });

  test('whose asker died is made by the next one after a second', async () => {
    const { store, all, inquiry, asks, waits } = processes(1);
    await store.claim('lease', 'dead', 100);
    expect(await all[0]?.answer(inquiry(soon))).toBe('answer');
    expect([asks(), waits()]).toEqual([1, 1000]);
  });

  test('that failed for one process is made by the next at once', async () => {
    const { all, inquiry, asks, waits } = processes(2);
    const failing = all[0]?.answer({ ...inquiry(soon), ask: () => Promise.reject(new Error('no')) });
    const second = all[1]?.answer(inquiry(soon));
    await expect(failing).rejects.toThrow('no');
    expect(await second).toBe('answer');
    expect([asks(), waits()]).toEqual([1, TURN_MS]);
  });

  test('on other terms is another one', async () => {
    const { all, inquiry, asks, forget } = processes(1);
    await all[0]?.answer(inquiry(soon, 'young'));
    forget();
    await Promise.all([all[0]?.answer(inquiry(soon, 'young')), all[0]?.answer(inquiry(soon, 'any'))]);
    expect(asks()).toBe(2);
  });
});

describe('a refresh', () => {
  test('is left to whoever is at it already, here or elsewhere', async () => {
    const { all, inquiry, asks } = processes(3);
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, nth) => all[nth % 3]?.refresh(inquiry(soon))),
    );
    expect(asks()).toBe(1);
    expect(results.filter((result) => result === undefined)).toHaveLength(20);
  });

  test('frees its lease, also when it fails', async () => {
    const { store, all, inquiry } = processes(1);
    await all[0]?.refresh({ ...inquiry(soon), ask: () => Promise.reject(new Error('no')) }).catch(() => {});
    expect(await store.claim('lease', 'next', 1)).toBe(true);
  });
});
