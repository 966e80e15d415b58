import { setTimeout as delay } from 'node:timers/promises';
import { singleFlight } from '../lib/single-flight.ts';
import type { Leases } from '../storage/lease.ts';

const POLL_MS = 25;

/** An orphaned lease is worse than a crowd: its holder renews it, and a lease that is not renewed is soon free. */
const LEASE_SECONDS = 1;
const RENEW_MS = 250;

/** One fetch that several processes may want at a time. */
export interface Task<T> {
  /** The key of the lease: one process at a time fetches under it. */
  readonly lease: string;
  /** What else distinguishes two tasks in this process, such as how old an answer may be. */
  readonly variant?: string;
  /** The outcome, if it is already stored; `waited`: another process was seen fetching. */
  find(waited: boolean): Promise<T | undefined>;
  fetch(): Promise<T>;
}

/** How the process that fetched passes an outcome that `Task.find` would not see to those that wait for it. */
export interface Handoff<T> {
  put(lease: string, outcome: T): Promise<void>;
  get(lease: string): Promise<T | undefined>;
}

export interface DistributedSingleFlightOptions<T> {
  readonly leases: Leases;
  /** How long to wait for another process; after that this process fetches without the lease. */
  readonly waitMs: number;
  readonly handoff: Handoff<T>;
  readonly nonce: () => string;
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Runs each task once, however many callers want its outcome at that moment, in this process and in all that share the leases. */
export interface DistributedSingleFlight<T> {
  run(task: Task<T>): Promise<T>;
  /** Runs the task only if no process is fetching; undefined if one is. */
  refresh(task: Task<T>): Promise<T | undefined>;
}

/** One promise per key in this process, one lease per key between processes. A process without the lease polls for the outcome. */
export function distributedSingleFlight<T>(
  options: DistributedSingleFlightOptions<T>,
): DistributedSingleFlight<T> {
  const { leases, waitMs, handoff, nonce, now = () => performance.now(), wait = delay } = options;
  const inFlight = singleFlight<T>();
  const refreshing = singleFlight<T | undefined>();

  function acquire({ lease }: Task<T>, token: string): Promise<boolean> {
    return leases.acquire(lease, token, LEASE_SECONDS);
  }

  /** Looks once more under the lease: its last holder may have stored the outcome a moment ago. */
  async function runUnderLease(task: Task<T>, token: string, waited: boolean): Promise<T> {
    const holding = { isHeld: true };
    void keepAlive(task, token, holding);
    try {
      const known = await find(task, waited);
      if (known !== undefined) return known;
      const outcome = await task.fetch();
      await handoff.put(task.lease, outcome);
      return outcome;
    } finally {
      holding.isHeld = false;
      void leases.release(task.lease, token);
    }
  }

  async function keepAlive({ lease }: Task<T>, token: string, holding: { isHeld: boolean }): Promise<void> {
    for (await wait(RENEW_MS); holding.isHeld; await wait(RENEW_MS))
      await leases.renew(lease, token, LEASE_SECONDS);
  }

  async function find(task: Task<T>, waited: boolean): Promise<T | undefined> {
    return (await task.find(waited)) ?? (waited ? handoff.get(task.lease) : undefined);
  }

  async function acquireOrWait(task: Task<T>): Promise<T> {
    const token = nonce();
    const since = now();
    for (let waited = false; now() - since < waitMs; waited = true) {
      if (await acquire(task, token)) return runUnderLease(task, token, waited);
      await wait(POLL_MS);
      const known = await find(task, true);
      if (known !== undefined) return known;
    }
    return task.fetch();
  }

  return {
    run: (task) => inFlight(`${task.lease} ${task.variant ?? ''}`, () => acquireOrWait(task)),
    refresh: (task) =>
      refreshing(task.lease, async () => {
        const token = nonce();
        return (await acquire(task, token)) ? runUnderLease(task, token, false) : undefined;
      }),
  };
}
