/** No command waits on the shared store for longer. */
export const STORE_TIMEOUT_MS = 100;

/** The shared store took longer than a command waits. */
export class TimedOut extends Error {
  override readonly name = 'TooSlow';
  readonly code = 'too-slow';
}

/** In so many steps the time passes; a step that comes late, since this process was busy, counts as one all the same. */
const STEPS = 4;

/**
 * The call's result, or `TooSlow`. Only time in which this process could have read the answer counts, and what has arrived is read before it
 * gives up: a process that was busy itself must not take that for a fault of the store.
 */
export function withTimeout<T>(call: () => Promise<T>, milliseconds: number = STORE_TIMEOUT_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    let left = STEPS;
    let timer = setTimeout(step, milliseconds / STEPS);
    function step(): void {
      left -= 1;
      if (left > 0) timer = setTimeout(step, milliseconds / STEPS);
      else setImmediate(() => reject(new TimedOut('no answer in time')));
    }
    call()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
