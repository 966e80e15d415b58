import { describe, expect, test } from 'vitest';
import { bulkhead } from '../../src/lib/bulkhead.ts';

const A_DAY = 24 * 60 * 60 * 1000;

/** Tasks that run until they are told to end. */
function heldTasks() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  return {
    begun,
    task: (nth: number) => () => {
      begun.push(nth);
      return new Promise<number>((resolve) => ends.set(nth, () => resolve(nth)));
    },
    end: (nth: number) => ends.get(nth)?.(),
  };
}

/** What has settled by the time that nothing else moves. */
async function settled<T>(promises: readonly Promise<T>[]): Promise<(T | 'open')[]> {
  await new Promise(setImmediate);
  return Promise.all(promises.map((promise) => Promise.race([promise, Promise.resolve('open' as const)])));
}

describe('a bulkhead', () => {
  test('runs as many tasks at once as it has room for, lets as many wait, and turns the others away at once', async () => {
    const { begun, task } = heldTasks();
    const run = bulkhead({ atOnce: 2, waiting: 1, waitMs: A_DAY });
    const results = [0, 1, 2, 3, 4].map((nth) => run(task(nth)));
    expect(await settled(results)).toEqual(['open', 'open', 'open', undefined, undefined]);
    expect(begun).toEqual([0, 1]);
  });

  test('lets the one in that has waited longest as soon as another is done', async () => {
    const { begun, task, end } = heldTasks();
    const run = bulkhead({ atOnce: 1, waiting: 2, waitMs: A_DAY });
    const results = [0, 1, 2].map((nth) => run(task(nth)));
    end(0);
    expect(await settled(results)).toEqual([0, 'open', 'open']);
    expect(begun).toEqual([0, 1]);
  });

  test('turns away who has waited too long, never begins their task, and lets the next one in', async () => {
    const { begun, task, end } = heldTasks();
    const run = bulkhead({ atOnce: 1, waiting: 1, waitMs: 1 });
    const [first, second] = [run(task(0)), run(task(1))];
    expect(await second).toBeUndefined();
    end(0);
    expect(await first).toBe(0);
    const third = run(task(2));
    end(2);
    expect(await third).toBe(2);
    expect(begun).toEqual([0, 2]);
  });

  test('has room again after a task that failed, and hands the failure on', async () => {
    const run = bulkhead({ atOnce: 1, waiting: 0, waitMs: A_DAY });
    await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run(async () => 'room')).toBe('room');
  });
});
