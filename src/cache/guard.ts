import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { inTime } from './patience.ts';
import type { Store } from './store.ts';

/** One call that was waited for in vain is enough: the next calls of the same card must not wait as well. */
const FAULTS_UNTIL_OPEN = 1;
const OPEN_MS = 1000;

export type StoreState = 'ok' | 'degraded';

/** What is called of the store: its own operations, and those of budgets. */
export type StoreOperation = keyof Store | 'spend' | 'charge';

export interface GuardOptions {
  readonly onFault: (operation: StoreOperation) => void;
  readonly onState: (state: StoreState) => void;
}

/** The one guard that every call of the shared store goes through. */
export interface Guard {
  /** The call's answer; the stand-in's when the call fails, takes too long, or is not tried because the store was down just now. */
  run<T>(operation: StoreOperation, call: () => Promise<T>, standIn: () => Promise<T>): Promise<T>;
  /** `degraded`: the last call was answered by a stand-in. */
  state(): StoreState;
}

/** After a fault the store is left alone for a second; then one call tries it, and the others do not wait for what comes of that. */
export function createGuard({ onFault, onState }: GuardOptions): Guard {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN),
  });
  let state: StoreState = 'ok';

  function become(next: StoreState): void {
    if (next === state) return;
    state = next;
    onState(next);
  }

  return {
    state: () => state,
    async run(operation, call, standIn) {
      if (breaker.state === CircuitState.HalfOpen) return standIn();
      try {
        const result = await breaker.execute(() => inTime(call));
        become('ok');
        return result;
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) onFault(operation);
        become('degraded');
        return standIn();
      }
    },
  };
}
