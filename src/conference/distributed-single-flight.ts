import { setTimeout as delay } from 'node:timers/promises';
import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';

const POLL_MS = 25;

/** An orphaned lease is worse than a crowd: whoever asks renews theirs, and one that is not renewed is soon free. */
const LEASE_SECONDS = 1;
const RENEW_MS = 250;

/** Something to ask the vendor, or to find where another process left it. */
export interface Task<T> {
  /** The key under which one process at a time asks. */
  readonly lease: string;
  /** What else makes two inquiries different, such as how old an answer may be. */
  readonly terms?: string;
  /** The answer if somebody has left one meanwhile; `waited`: somebody was seen asking. */
  look(waited: boolean): Promise<T | undefined>;
  ask(): Promise<T>;
}

/** Where an asker leaves for a moment, under its lease, what those who wait would not find by looking. */
export interface Handoff<T> {
  leave(lease: string, answer: T): Promise<void>;
  find(lease: string): Promise<T | undefined>;
}

export interface DistributedSingleFlightOptions<T> {
  readonly store: Pick<CacheStore, 'claim' | 'renew' | 'release'>;
  /** For so long another's answer is waited for; then one asks for oneself. */
  readonly waitMs: number;
  readonly left: Handoff<T>;
  readonly nonce: () => string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Asks each inquiry once, however many want the answer at that moment, in this process and in all that share the store. */
export interface DistributedSingleFlight<T> {
  answer(inquiry: Task<T>): Promise<T>;
  /** Asks only where nobody is asking, and tells nobody else; undefined where there was nothing to do. */
  refresh(inquiry: Task<T>): Promise<T | undefined>;
}

/** One promise a key in this process, one lease a key between processes; those without the lease look for the answer in short turns. */
export function distributedSingleFlight<T>(
  options: DistributedSingleFlightOptions<T>,
): DistributedSingleFlight<T> {
  const { store, waitMs, left, nonce, now = () => performance.now(), wait = delay } = options;
  const inFlight = singleFlight<T>();
  const refreshes = singleFlight<T | undefined>();

  /** Looks once more under the lease: its last holder may have left the answer a moment ago. */
  async function holding(inquiry: Task<T>, token: string, waited: boolean): Promise<T> {
    const lease = { key: inquiry.lease, token, isHeld: true };
    void keepAlive(lease);
    try {
      const known = await look(inquiry, waited);
      if (known !== undefined) return known;
      const answer = await inquiry.ask();
      await left.leave(inquiry.lease, answer);
      return answer;
    } finally {
      lease.isHeld = false;
      void store.release(inquiry.lease, token);
    }
  }

  async function keepAlive(lease: { key: string; token: string; isHeld: boolean }): Promise<void> {
    for (await wait(RENEW_MS); lease.isHeld; await wait(RENEW_MS))
      await store.renew(lease.key, lease.token, LEASE_SECONDS);
  }

  async function look(inquiry: Task<T>, waited: boolean): Promise<T | undefined> {
    return (await inquiry.look(waited)) ?? (waited ? left.find(inquiry.lease) : undefined);
  }

  async function inTurn(inquiry: Task<T>): Promise<T> {
    const token = nonce();
    const since = now();
    for (let waited = false; now() - since < waitMs; waited = true) {
      if (await store.claim(inquiry.lease, token, LEASE_SECONDS)) return holding(inquiry, token, waited);
      await wait(POLL_MS);
      const known = await look(inquiry, true);
      if (known !== undefined) return known;
    }
    return inquiry.ask();
  }

  return {
    answer: (inquiry) => inFlight(`${inquiry.lease} ${inquiry.terms ?? ''}`, () => inTurn(inquiry)),
    refresh: (inquiry) =>
      refreshes(inquiry.lease, async () => {
        const token = nonce();
        const isOurs = await store.claim(inquiry.lease, token, LEASE_SECONDS);
        return isOurs ? holding(inquiry, token, false) : undefined;
      }),
  };
}
