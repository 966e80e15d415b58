/** Turns of the event loop in which whatever needs no time has come to rest. */
const REST_TURNS = 20;

/** A clock that stops while there is something to do, and then jumps to the end of the shortest wait. */
export interface VirtualTime {
  /** Milliseconds since it began. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Lets time pass until the promise is settled. */
  passes<T>(promise: Promise<T> | undefined): Promise<T | undefined>;
}

export function virtualTime(): VirtualTime {
  let now = 0;
  const waits: { readonly until: number; readonly end: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds) => new Promise((end) => waits.push({ until: now + milliseconds, end })),
    async passes(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise?.then(settle, settle);
      while (!isSettled) {
        for (let turn = 0; turn < REST_TURNS; turn += 1) await new Promise(setImmediate);
        waits.sort((one, other) => one.until - other.until);
        const next = isSettled ? undefined : waits.shift();
        if (next !== undefined) {
          now = next.until;
          next.end();
        }
      }
      return promise;
    },
  };
}
