import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { withTimeout } from '../lib/with-timeout.ts';
import type { CacheStore } from './cache-store.ts';

/** One call that was waited for in vain is enough: the next calls of the same card must not wait as well. */
const FAULTS_UNTIL_OPEN = 1;
const OPEN_MS = 1000;

export type StoreState = 'ok' | 'degraded';

/** What is called of the store: its own operations, and those of budgets. */
export type StoreOperation = keyof CacheStore | 'spend' | 'charge' | 'ping';

export interface GuardOptions {
  readonly onFault: (operation: StoreOperation) => void;
  readonly onState: (state: StoreState) => void;
}

export interface ProbingGuardOptions extends GuardOptions {
  /** Asks the store for a sign of life; without it, only the next call finds out that the store is back. */
  readonly ping?: () => Promise<unknown>;
}

/** The one guard that every call of the shared store goes through. */
export interface Guard {
  /** The call's answer; the stand-in's when the call fails, takes too long, or is not tried because the store was down just now. */
  run<T>(operation: StoreOperation, call: () => Promise<T>, standIn: () => Promise<T>): Promise<T>;
  /** `degraded`: the last call was answered by a stand-in, or the store was never reached. */
  state(): StoreState;
}

/** A guard that pings. */
export interface ProbingGuard extends Guard {
  /** Pings the store, to tell its state before anybody needs it. */
  probe(): Promise<void>;
  /** Stops the pings. */
  close(): void;
}

/**
 * After a fault the store is left alone for a second; then one call tries it, and the others do not wait for what comes of that. A ping tries
 * it each second while it is down, so that a process which nobody asks anything finds out too; a healthy store is not pinged.
 */
export function createGuard({ onFault, onState, ping }: ProbingGuardOptions): ProbingGuard {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN),
  });
  /** Undefined: not reached yet. */
  let state: StoreState | undefined;
  let nextProbe: NodeJS.Timeout | undefined;
  let isClosed = false;

  function become(next: StoreState): void {
    if (next === 'degraded') probeLater();
    if (next === state) return;
    state = next;
    onState(next);
  }

  function probeLater(): void {
    if (ping === undefined || isClosed) return;
    nextProbe ??= setTimeout(() => {
      nextProbe = undefined;
      void probe();
    }, OPEN_MS).unref();
  }

  async function probe(): Promise<void> {
    if (ping !== undefined) await run<unknown>('ping', ping, async () => undefined);
  }

  async function run<T>(
    operation: StoreOperation,
    call: () => Promise<T>,
    standIn: () => Promise<T>,
  ): Promise<T> {
    if (breaker.state === CircuitState.HalfOpen) return standIn();
    try {
      const result = await breaker.execute(() => withTimeout(call));
      become('ok');
      return result;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) onFault(operation);
      become('degraded');
      return standIn();
    }
  }

  return {
    state: () => state ?? 'degraded',
    run,
    probe,
    close() {
      isClosed = true;
      clearTimeout(nextProbe);
    },
  };
}
