import { RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiter } from './rate-limiter.ts';

/** What the limiters of `rate-limiter-flexible` have in common. */
interface FlexibleLimiter {
  consume(key: string): Promise<RateLimiterRes>;
  penalty(key: string, points: number): Promise<RateLimiterRes>;
}

const secondsOf = (result: RateLimiterRes): number => Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/** The package rejects where no point is left; here that is an answer, and only a fault of the server rejects. */
export function flexibleRateLimiter(limiter: FlexibleLimiter): RateLimiter {
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
        throw refusal;
      }
    },
    async penalize(key, points) {
      await limiter.penalty(key, points);
    },
  };
}
