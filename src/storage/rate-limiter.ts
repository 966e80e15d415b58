import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Guard } from './guard.ts';

/** How much may be spent under one key in a window of time that begins with the first spending. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

/** What is left: seconds to wait until something can be spent again, 0 where it can now. */
export type WaitSeconds = number;

/** Counts what each key spends. */
export interface RateLimiter {
  /** Spends a point; where none is left nothing is spent, and the wait is told. */
  spend(key: string): Promise<WaitSeconds>;
  /** Takes so many points more, also where none are left. */
  charge(key: string, points: number): Promise<void>;
}

/** What `rate-limiter-flexible` offers of its limiters, in memory and in Redis alike. */
interface Limiter {
  consume(key: string): Promise<RateLimiterRes>;
  penalty(key: string, points: number): Promise<RateLimiterRes>;
}

const secondsOf = (result: RateLimiterRes): number => Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/** A limiter as a budget: that nothing is left is an answer, and only a fault of the store rejects. */
export function rateLimiterOf(limiter: Limiter): RateLimiter {
  return {
    async spend(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
        throw refusal;
      }
    },
    async charge(key, points) {
      await limiter.penalty(key, points);
    },
  };
}

/** A budget of this process alone. */
export function memoryRateLimiter({ points, seconds }: RateLimit): RateLimiter {
  return rateLimiterOf(new RateLimiterMemory({ points, duration: seconds }));
}

/** A budget over all processes that counts in this one while the shared store does not answer. */
export function guardedRateLimiter(shared: RateLimiter, standIn: RateLimiter, guard: Guard): RateLimiter {
  return {
    spend: (key) =>
      guard.run(
        'spend',
        () => shared.spend(key),
        () => standIn.spend(key),
      ),
    charge: (key, points) =>
      guard.run(
        'charge',
        () => shared.charge(key, points),
        () => standIn.charge(key, points),
      ),
  };
}
