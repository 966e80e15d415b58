import { BulkheadRejectedError, bulkhead as countingBulkhead } from 'cockatiel';

export interface BulkheadSize {
  /** Tasks that run at a time. */
  readonly atOnce: number;
  /** Tasks that wait for their turn besides. */
  readonly waiting: number;
  /** Milliseconds after which a task that still waits is rejected. */
  readonly waitMs: number;
}

/** Runs a task when there is room for it. Undefined: the task was rejected, and will not run. */
export type Bulkhead = <T>(task: () => Promise<T>) => Promise<T | undefined>;

/**
 * Bounds the work in progress, first come, first served. It rejects early on purpose: a person who reads "busy" at once can try again,
 * and one who waits for more work than can be done in time gets no answer.
 */
export function bulkhead({ atOnce, waiting, waitMs }: BulkheadSize): Bulkhead {
  const policy = countingBulkhead(atOnce, waiting);

  return async (task) => (policy.executionSlots > 0 ? await policy.execute(task) : await inTurn(task));

  function inTurn<T>(task: () => Promise<T>): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve, reject) => {
      let isRejected = false;
      const rejectTask = (): void => {
        isRejected = true;
        resolve(undefined);
      };
      const late = setTimeout(rejectTask, waitMs);
      const run = async (): Promise<T | undefined> => {
        clearTimeout(late);
        return isRejected ? undefined : task();
      };
      policy.execute(run).then(resolve, (error: unknown) => {
        clearTimeout(late);
        if (error instanceof BulkheadRejectedError) rejectTask();
        else reject(error);
      });
    });
  }
}
