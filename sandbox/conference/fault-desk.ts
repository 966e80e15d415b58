import type { Fault } from './faults.ts';

/** Which fault, if any, meets the next question. */
export interface FaultDesk {
  /** From now on, for so many questions (default: until healed), on one path only if one is named. Replaces what was set. */
  fault(fault: Fault, times?: number, path?: string): void;
  /** All is well again, and what was held is answered. */
  heal(): void;
  /** Takes the fault that this question meets off the count. */
  next(path: string): Fault | undefined;
  /** Resolves at the next `heal()`. */
  readonly healed: Promise<void>;
}

/** A desk with no fault set. */
export function faultDesk(): FaultDesk {
  let current: { readonly fault: Fault; left: number; readonly path: string | undefined } | undefined;
  let release: () => void = () => undefined;
  let healed = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    fault(fault, times = Number.POSITIVE_INFINITY, path) {
      current = { fault, left: times, path };
    },
    heal() {
      current = undefined;
      release();
      healed = new Promise((resolve) => {
        release = resolve;
      });
    },
    next(path) {
      if (current === undefined || current.left <= 0) return undefined;
      if (current.path !== undefined && current.path !== path) return undefined;
      current.left -= 1;
      return current.fault;
    },
    get healed() {
      return healed;
    },
  };
}
