import { RateLimiterRedis } from 'rate-limiter-flexible';
import { flexibleRateLimiter } from '../flexible-rate-limiter.ts';
import type { RateLimiterFactory } from '../rate-limiter.ts';
import type { RedisConnection } from './connection.ts';

/** Counts in Redis, for all processes together; one script there counts and sets the expiry. */
export function redisRateLimiter(redis: RedisConnection): RateLimiterFactory {
  return ({ points, seconds }) =>
    flexibleRateLimiter(
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: '',
        points,
        duration: seconds,
        rejectIfRedisNotReady: true,
      }),
    );
}
