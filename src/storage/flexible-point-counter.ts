import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { PointCounter } from './point-counter.ts';

/** What the limiters of `rate-limiter-flexible` have in common. `penalty` counts without a decision, and only a fault of the server rejects. */
interface FlexibleLimiter {
  penalty(key: string, points: number): Promise<RateLimiterRes>;
}

export function flexiblePointCounter(limiter: FlexibleLimiter): PointCounter {
  return {
    async consume(key, points) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points);
      return { consumed: consumedPoints, resetMs: msBeforeNext };
    },
  };
}
