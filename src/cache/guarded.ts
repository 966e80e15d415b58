import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { KeptStore, Store } from './store.ts';

/** No command waits on the store for longer; a frozen Redis is then left alone for a second at a time. */
const PATIENCE_MS = 100;
const FAULTS_UNTIL_OPEN = 3;
const OPEN_MS = 1000;

export interface GuardOptions {
  /** What answers while the store does not: bounded, in this process. */
  readonly standIn: Store;
  readonly onFault: (operation: keyof Store) => void;
  readonly onState: (state: 'ok' | 'degraded') => void;
  readonly close: () => Promise<void>;
}

/**
 * The one guard that every store call goes through. A call that fails, takes too long or meets an open breaker is answered by the
 * stand-in; what was set there meanwhile is found there, and the store is used again as soon as it answers.
 */
export function guardedStore(store: Store, { standIn, onFault, onState, close }: GuardOptions): KeptStore {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN),
  });
  const policy = wrap(breaker, timeout(PATIENCE_MS, TimeoutStrategy.Aggressive));
  let state: 'ok' | 'degraded' = 'ok';

  function become(next: typeof state): void {
    if (next === state) return;
    state = next;
    onState(next);
  }

  async function guard<T>(operation: keyof Store, call: (target: Store) => Promise<T>): Promise<T> {
    try {
      const result = await policy.execute(() => call(store));
      become('ok');
      return result;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) onFault(operation);
      become('degraded');
      return call(standIn);
    }
  }

  return {
    get: (key) => guard('get', (target) => target.get(key)),
    set: (key, value, expirySeconds) => guard('set', (target) => target.set(key, value, expirySeconds)),
    claim: (key, value, expirySeconds) => guard('claim', (target) => target.claim(key, value, expirySeconds)),
    delete: (key) => guard('delete', (target) => target.delete(key)),
    release: (key, value) => guard('release', (target) => target.release(key, value)),
    state: () => state,
    close,
  };
}
