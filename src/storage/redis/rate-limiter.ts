import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type Budget, type BudgetSize, budgetOf } from '../rate-limiter.ts';
import type { RedisConnection } from './connection.ts';

/** A budget counted in Redis, for all processes together; counting and expiry are one script there. */
export function redisBudget(redis: RedisConnection, { points, seconds }: BudgetSize): Budget {
  return budgetOf(
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: '',
      points,
      duration: seconds,
      rejectIfRedisNotReady: true,
    }),
  );
}
