import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';

/** No command waits on the shared store for longer; a frozen one is then left alone for a second at a time. */
const PATIENCE_MS = 100;
const FAULTS_UNTIL_OPEN = 3;
const OPEN_MS = 1000;

export type StoreState = 'ok' | 'degraded';

export interface GuardOptions {
  readonly onFault: (operation: string) => void;
  readonly onState: (state: StoreState) => void;
}

/** The one guard that every call of the shared store goes through. */
export interface Guard {
  /** The call's answer; the stand-in's when the call fails, takes too long, or is not tried because the store was down just now. */
  run<T>(operation: string, call: () => Promise<T>, standIn: () => Promise<T>): Promise<T>;
  /** `degraded`: the last call was answered by a stand-in. */
  state(): StoreState;
}

export function createGuard({ onFault, onState }: GuardOptions): Guard {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN),
  });
  const policy = wrap(breaker, timeout(PATIENCE_MS, TimeoutStrategy.Aggressive));
  let state: StoreState = 'ok';

  function become(next: StoreState): void {
    if (next === state) return;
    state = next;
    onState(next);
  }

  return {
    state: () => state,
    async run(operation, call, standIn) {
      try {
        const result = await policy.execute(call);
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
