import { BulkheadRejectedError, bulkhead as countingBulkhead } from 'cockatiel';

export interface BulkheadSize {
  /** So many tasks run at a time. */
  readonly atOnce: number;
  /** So many more wait for their turn. */
  readonly waiting: number;
  /** One that did not get its turn within so many milliseconds is turned away. */
  readonly waitMs: number;
}

/** Runs a task when there is room for it; undefined where it was turned away, and then it never runs. */
export type Bulkhead = <T>(task: () => Promise<T>) => Promise<T | undefined>;

/**
 * Bounds the work in progress, first come, first served. Turning a task away early is the point: whoever hears "busy" at once can try again,
 * whoever waits behind more work than can be done in time hears nothing.
 */
export function bulkhead({ atOnce, waiting, waitMs }: BulkheadSize): Bulkhead {
  const policy = countingBulkhead(atOnce, waiting);

  return <T>(task: () => Promise<T>) =>
    new Promise<T | undefined>((resolve, reject) => {
      let isTurnedAway = false;
      const turnAway = (): void => {
        isTurnedAway = true;
        resolve(undefined);
      };
      const late = setTimeout(turnAway, waitMs);
      const inTurn = async (): Promise<T | undefined> => {
        clearTimeout(late);
        return isTurnedAway ? undefined : task();
      };
      policy.execute(inTurn).then(resolve, (error: unknown) => {
        clearTimeout(late);
        if (error instanceof BulkheadRejectedError) turnAway();
        else reject(error);
      });
    });
}
