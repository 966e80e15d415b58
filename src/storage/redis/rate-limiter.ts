import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type RateLimit, type RateLimiter, rateLimiterOf } from '../rate-limiter.ts';
import type { RedisConnection } from './connection.ts';

/** A budget counted in Redis, for all processes together; counting and expiry are one script there. */
export function redisRateLimiter(redis: RedisConnection, { points, seconds }: RateLimit): RateLimiter {
  return rateLimiterOf(
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: '',
      points,
      duration: seconds,
      rejectIfRedisNotReady: true,
    }),
  );
}
