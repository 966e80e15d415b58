import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withTimeout } from '../../src/lib/with-timeout.ts';

/** No other timer of this process has it, such as those of idle connections that an earlier file left. */
const LIMIT = 1234;

const never = new Promise<string>(() => {});

/** A promise that the test settles. */
function pending() {
  const settle = { resolve: (_value: string) => {}, reject: (_error: Error) => {} };
  const promise = new Promise<string>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return { promise, ...settle, settle };
}

/** Lets `setImmediate` and promises run; time does not move. */
const turn = () => new Promise(setImmediate);

/** What a promise has come to by now. */
async function soFar<T>(promise: Promise<T>): Promise<T | 'pending'> {
  await turn();
  return Promise.race([promise, Promise.resolve('pending' as const)]);
}

/** `withTimeout` of what memory does not give at once: its limit has begun. */
async function begun<T>(
  ...given: Parameters<typeof withTimeout<T>>
): Promise<{ result: Promise<T | undefined> }> {
  const result = withTimeout(...given);
  await turn();
  return { result };
}

describe('the timers of withTimeout', () => {
  /** How many it made that are not cleared. */
  let timersLeft = () => 0;
  beforeEach(() => {
    const [made, cleared] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    timersLeft = () => {
      const ended = cleared.mock.calls.map(([timer]) => timer);
      const isLeft = (nth: number): boolean => !ended.includes(made.mock.results[nth]?.value);
      return made.mock.calls.filter(([, ms], nth) => ms === LIMIT && isLeft(nth)).length;
    };
    return () => {
      made.mockRestore();
      cleared.mockRestore();
    };
  });

  test("a promise's value clears it", async () => {
    const { promise, settle } = pending();
    const { result } = await begun(LIMIT, promise);
    expect(timersLeft()).toBe(1);
    settle.resolve('value');
    expect(await result).toBe('value');
    expect(timersLeft()).toBe(0);
  });

  test('there is none for a promise that is settled, or settles as soon as other promises do', async () => {
    const soon = Promise.resolve().then(() => Promise.resolve('soon'));
    const results = Promise.all([withTimeout(LIMIT, Promise.resolve('now')), withTimeout(LIMIT, soon)]);
    expect(timersLeft()).toBe(0);
    expect(await results).toEqual(['now', 'soon']);
    await turn();
    expect(timersLeft()).toBe(0);
    void withTimeout(LIMIT, never);
    await turn();
    expect(timersLeft()).toBe(1);
  });

  test('what the promise rejects with within the limit clears it, and is not reported as late', async () => {
    const late: unknown[] = [];
    const { promise, settle } = pending();
    const { result } = await begun(LIMIT, promise, { onLateFailure: (error) => late.push(error) });
    settle.reject(new Error('no'));
    await expect(result).rejects.toThrow('no');
    expect([late, timersLeft()]).toEqual([[], 0]);
  });
});

describe('withTimeout', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return () => void vi.useRealTimers();
  });

  test("resolves with the promise's value", async () => {
    expect(await withTimeout(LIMIT, Promise.resolve('value'))).toBe('value');
  });

  test('resolves with undefined when the limit is over, and not before', async () => {
    const { result } = await begun(1000, never);
    vi.advanceTimersByTime(999);
    expect(await soFar(result)).toBe('pending');
    vi.advanceTimersByTime(1);
    expect(await soFar(result)).toBeUndefined();
  });

  test('reports a failure that comes after the limit', async () => {
    const late: unknown[] = [];
    const { promise, settle } = pending();
    const { result } = await begun(1000, promise, { onLateFailure: (error) => late.push(error) });
    vi.advanceTimersByTime(1000);
    expect(await result).toBeUndefined();
    const error = new Error('too late');
    settle.reject(error);
    await turn();
    expect(late).toEqual([error]);
  });

  test('ignores a failure that comes after the limit where nobody wants it', async () => {
    const { promise, settle } = pending();
    const { result } = await begun(1000, promise);
    vi.advanceTimersByTime(1000);
    expect(await result).toBeUndefined();
    settle.reject(new Error('too late'));
    await turn();
  });

  test('takes a value that arrives together with the end of the limit', async () => {
    const { promise, settle } = pending();
    const { result } = await begun(1000, promise);
    vi.advanceTimersByTime(1000);
    settle.resolve('just in time');
    expect(await result).toBe('just in time');
  });

  test('counts a step that ends late as one step', async () => {
    const { result } = await begun(1000, never, { steps: 4 });
    vi.advanceTimersByTime(250);
    expect(await soFar(result)).toBe('pending');
    vi.advanceTimersByTime(749);
    expect(await soFar(result)).toBe('pending');
    vi.advanceTimersByTime(1);
    expect(await soFar(result)).toBeUndefined();
  });
});
