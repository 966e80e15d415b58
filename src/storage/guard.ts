import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { CacheStore } from './cache-store.ts';
import type { Leases } from './lease.ts';
import type { PointCounter } from './point-counter.ts';
import { serverHealth } from './server-health.ts';
import { withServerTimeout } from './server-timeout.ts';
import { STORAGE_LIMITS } from './storage-limits.ts';

/** A card needs several calls; after one that times out, the others must not wait as well. */
const FAULTS_UNTIL_OPEN = 1;
const OPEN_MS = 1000;

/** `degraded`: the fallback answered the latest call, or the server was never reached. */
export type CacheState = 'ok' | 'degraded';

export type CacheOperation = keyof CacheStore | keyof Leases | keyof PointCounter | 'ping';

export interface GuardOptions {
  readonly onFault: (operation: CacheOperation) => void;
  readonly onState: (state: CacheState) => void;
}

export interface ProbingGuardOptions extends GuardOptions {
  /** Rejects where the server does not answer; without it, only the next call notices that the server is back. */
  readonly ping?: () => Promise<unknown>;
  /** Default: `STORAGE_LIMITS`. */
  readonly timeoutMs?: number;
}

/** The guard that every call of the shared cache goes through. */
export interface Guard {
  /** The call's result; the fallback's where the call fails, takes too long, or is not made since another failed within the last second. */
  run<T>(operation: CacheOperation, call: () => Promise<T>, fallback: () => Promise<T>): Promise<T>;
  state(): CacheState;
}

/** A guard that pings. */
export interface ProbingGuard extends Guard {
  /** Pings the server, so that its state is known before the first request. */
  probe(): Promise<void>;
  /** Ends the pings. */
  close(): void;
}

/**
 * After a fault the server gets no call for a second. Then one call tries it, and the others use the fallback until that one ends. While
 * the server is down it is also pinged each second.
 */
export function createGuard({
  onFault,
  onState,
  ping,
  timeoutMs = STORAGE_LIMITS.cacheMs,
}: ProbingGuardOptions): ProbingGuard {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN),
  });
  const stateOf = (isUp: boolean): CacheState => (isUp ? 'ok' : 'degraded');
  const health = serverHealth({
    onChange: (isUp) => onState(stateOf(isUp)),
    probe: ping === undefined ? undefined : () => void probe(),
  });

  async function probe(): Promise<void> {
    if (ping !== undefined) await run<unknown>('ping', ping, async () => undefined);
  }

  async function run<T>(
    operation: CacheOperation,
    call: () => Promise<T>,
    fallback: () => Promise<T>,
  ): Promise<T> {
    if (breaker.state === CircuitState.HalfOpen) return fallback();
    try {
      const result = await breaker.execute(() => withServerTimeout(timeoutMs, call));
      health.succeeded();
      return result;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) onFault(operation);
      health.failed();
      return fallback();
    }
  }

  return { state: () => stateOf(health.isUp()), run, probe, close: health.close };
}
