import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../cache/store.ts';
import { singleFlight } from './single-flight.ts';

const POLL_MS = 25;

/** An orphaned lease is worse than a crowd: nobody waits longer for another's answer, but asks for themselves then. */
const WAIT_MS = 1000;

/** Something to ask the vendor, or to find where another process left it. */
export interface Inquiry<T> {
  /** The key under which one process at a time asks. */
  readonly lease: string;
  /** What else makes two inquiries different, such as how old an answer may be. */
  readonly terms?: string;
  /** The answer if somebody has left one meanwhile; `waited`: somebody was seen asking. */
  look(waited: boolean): Promise<T | undefined>;
  ask(): Promise<T>;
}

export interface AskedOnceOptions {
  readonly store: Pick<Store, 'claim' | 'release'>;
  /** For how long a process that asks is waited for; what a lease lives that nobody frees. */
  readonly leaseSeconds: number;
  readonly nonce: () => string;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Asks each inquiry once, however many want the answer at that moment, in this process and in all that share the store. */
export interface AskedOnce<T> {
  answer(inquiry: Inquiry<T>): Promise<T>;
  /** Asks only where nobody is asking, and tells nobody else; undefined where there was nothing to do. */
  refresh(inquiry: Inquiry<T>): Promise<T | undefined>;
}

/** One promise a key in this process, one lease a key between processes; those without the lease look for the answer in short turns. */
export function askedOnce<T>({ store, leaseSeconds, nonce, wait = delay }: AskedOnceOptions): AskedOnce<T> {
  const inFlight = singleFlight<T>();
  const refreshes = singleFlight<T | undefined>();

  /** Looks once more under the lease: its last holder may have left the answer a moment ago. */
  async function holding(inquiry: Inquiry<T>, token: string, waited: boolean): Promise<T> {
    try {
      return (await inquiry.look(waited)) ?? (await inquiry.ask());
    } finally {
      void store.release(inquiry.lease, token);
    }
  }

  async function inTurn(inquiry: Inquiry<T>): Promise<T> {
    const token = nonce();
    for (let waited = 0; waited < WAIT_MS; waited += POLL_MS) {
      if (await store.claim(inquiry.lease, token, leaseSeconds)) return holding(inquiry, token, waited > 0);
      await wait(POLL_MS);
      const left = await inquiry.look(true);
      if (left !== undefined) return left;
    }
    return inquiry.ask();
  }

  return {
    answer: (inquiry) => inFlight(`${inquiry.lease} ${inquiry.terms ?? ''}`, () => inTurn(inquiry)),
    refresh: (inquiry) =>
      refreshes(inquiry.lease, async () => {
        const token = nonce();
        const isOurs = await store.claim(inquiry.lease, token, leaseSeconds);
        return isOurs ? holding(inquiry, token, false) : undefined;
      }),
  };
}
