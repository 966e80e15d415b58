import { RateLimiterMemory } from 'rate-limiter-flexible';
import { flexibleRateLimiter } from '../flexible-rate-limiter.ts';
import type { RateLimiterFactory } from '../rate-limiter.ts';

/** Counts in this process alone. */
export const memoryRateLimiter: RateLimiterFactory = ({ points, seconds }) =>
  flexibleRateLimiter(new RateLimiterMemory({ points, duration: seconds }));
