export interface TimeoutOptions {
  /** Called with what the promise rejects with after the time limit. Without it such a rejection is ignored. */
  readonly onLateFailure?: (error: unknown) => void;
  /**
   * The time limit passes in this many equal steps (by default 1), and a step that ends late counts as one step. With several steps, a
   * pause of this process does not count as silence of the other side; the wait may exceed the limit by the length of such pauses.
   */
  readonly steps?: number;
}

/**
 * The promise's value, or undefined after `milliseconds`. The work behind the promise goes on after that. What has arrived by the end of
 * the limit is read before the limit counts as exceeded. Rejects with what the promise rejects with within the limit. A promise of a
 * value that may be undefined must be wrapped by the caller. A promise that needs no more than promises do, as one of a value in memory,
 * costs no timer: the timer begins when those have run.
 */
export function withTimeout<T>(
  milliseconds: number,
  promise: Promise<T>,
  { onLateFailure = () => {}, steps = 1 }: TimeoutOptions = {},
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let onFailure: (error: unknown) => void = reject;
    let isSettled = false;
    let left = steps;
    let timer: NodeJS.Timeout | undefined;
    process.nextTick(begin);
    function begin(): void {
      if (!isSettled) timer = setTimeout(step, milliseconds / steps);
    }
    function step(): void {
      left -= 1;
      if (left > 0) begin();
      else setImmediate(giveUp);
    }
    function giveUp(): void {
      onFailure = onLateFailure;
      resolve(undefined);
    }
    promise.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error: unknown) => {
        settled();
        onFailure(error);
      },
    );
    function settled(): void {
      isSettled = true;
      clearTimeout(timer);
    }
  });
}
