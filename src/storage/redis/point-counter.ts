import { RateLimiterRedis } from 'rate-limiter-flexible';
import { flexiblePointCounter } from '../flexible-point-counter.ts';
import type { PointCounterFactory } from '../point-counter.ts';
import type { RedisConnection } from './connection.ts';

/** Counts in Redis, for all processes together; one script there counts and sets the expiry. */
export function redisPointCounter(redis: RedisConnection): PointCounterFactory {
  return ({ points, seconds }) =>
    flexiblePointCounter(
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: '',
        points,
        duration: seconds,
        rejectIfRedisNotReady: true,
      }),
    );
}
