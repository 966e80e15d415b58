import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
} from 'cockatiel';
import { failure } from './attempt.ts';
import type { VendorReply } from './reply.ts';

const FAILURES_UNTIL_OPEN = 5;

/** A service that is down is tried again after a second, then after longer and longer. */
const TRY_AGAIN_MS = 1000;
const TRY_AGAIN_MAX_MS = 8000;

/** What the library's breaker is told of a reply that counts as a failure. */
const DOWN = Symbol('down');

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Lets a question through while the service works; `undefined` where it is not asked since it was down just now. */
export type Breaker = (ask: () => Promise<VendorReply>) => Promise<VendorReply | undefined>;

/**
 * Only what says that the service is down counts: no connection, HTTP 5xx and 429, and silence. A refusal is an answer. While one
 * question finds out whether the service is back, the others are not kept waiting for it.
 */
export function endpointBreaker(onState: (state: BreakerState) => void): Breaker {
  const policy = circuitBreaker(
    handleWhenResult((result) => result === DOWN),
    {
      halfOpenAfter: new ExponentialBackoff({ initialDelay: TRY_AGAIN_MS, maxDelay: TRY_AGAIN_MAX_MS }),
      breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
    },
  );
  policy.onStateChange((state) => onState(nameOf(state)));

  return async (ask) => {
    if (policy.state === CircuitState.HalfOpen) return undefined;
    let reply: VendorReply = failure('unreachable');
    try {
      await policy.execute(async () => {
        reply = await ask();
        return reply.kind === 'unreachable' || reply.kind === 'timeout' ? DOWN : undefined;
      });
      return reply;
    } catch (error) {
      if (error instanceof BrokenCircuitError) return undefined;
      throw error;
    }
  };
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
