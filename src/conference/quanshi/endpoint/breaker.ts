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

/** A vendor that is down is tried again after a second, then after growing pauses. */
const TRY_AGAIN_MS = 1000;
const TRY_AGAIN_MAX_MS = 8000;

/** What the library's breaker sees of a reply that counts as a failure. */
const DOWN = Symbol('down');

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Lets a question through while the vendor works; undefined if the question was not asked, since the vendor is down. */
export type Breaker = (ask: () => Promise<VendorReply>) => Promise<VendorReply | undefined>;

/**
 * Only signs that the vendor is down count as failures: no connection, HTTP 5xx and 429, and a time-out. A refusal is an answer. While one
 * question finds out whether the vendor is back, the others do not wait for it.
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
