/** No command waits on the shared store for longer. */
export const PATIENCE_MS = 100;

/** The shared store took longer than a command waits. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
  readonly code = 'too-slow';
}

/**
 * The call's result, or `TooSlow`. When the time is up, what has arrived meanwhile is read first: a process that was busy itself must not
 * take that for a fault of the store.
 */
export function patiently<T>(call: () => Promise<T>, milliseconds: number = PATIENCE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => setImmediate(() => reject(new TooSlow('no answer in time'))),
      milliseconds,
    );
    call()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
