import { expect, test } from 'vitest';
import { retryOnRateLimit } from '../../src/lib/retry-on-rate-limit.ts';

class Limited extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super(`limited for ${seconds} s`);
    this.seconds = seconds;
  }
}

/** A call that fails with each of `failures` in turn and then succeeds, made with `retryOnRateLimit`. */
function made(failures: readonly Error[]) {
  const waits: number[] = [];
  let calls = 0;
  const call = async (): Promise<string> => {
    const failure = failures[calls];
    calls += 1;
    if (failure !== undefined) throw failure;
    return 'done';
  };
  const result = retryOnRateLimit(call, {
    waitSecondsOf: (error) => (error instanceof Limited ? error.seconds : undefined),
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  return { result, waits, calls: () => calls };
}

test('a call that is not limited is made once', async () => {
  const { result, waits, calls } = made([]);
  expect([await result, waits, calls()]).toEqual(['done', [], 1]);
});

test('a call that is limited is made again after the wait', async () => {
  const { result, waits, calls } = made([new Limited(2), new Limited(30)]);
  expect([await result, waits, calls()]).toEqual(['done', [2000, 30_000], 3]);
});

test('a call that is limited three times rejects with the last limit', async () => {
  const last = new Limited(3);
  const { result, waits, calls } = made([new Limited(1), new Limited(2), last]);
  await expect(result).rejects.toBe(last);
  expect([waits, calls()]).toEqual([[1000, 2000], 3]);
});

test('a limit of more than thirty seconds is not waited for', async () => {
  const { result, waits, calls } = made([new Limited(31)]);
  await expect(result).rejects.toThrow('limited for 31 s');
  expect([waits, calls()]).toEqual([[], 1]);
});

test('a failure of another kind is not tried again', async () => {
  const { result, calls } = made([new Error('refused')]);
  await expect(result).rejects.toThrow('refused');
  expect(calls()).toBe(1);
});
