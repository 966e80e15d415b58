import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type Budget, type BudgetSize, budgetOf } from './budget.ts';
import type { RedisConnection } from './redis-connection.ts';

const NO_EXPIRY_MS = 1000;

/**
 * A budget counted in Redis, for all processes together; counting and expiry are one script there. The limiter keeps a plain number under
 * the key, and to look at that is one command where its own way takes a transaction of two, at every request.
 */
export function redisBudget(redis: RedisConnection, { points, seconds }: BudgetSize): Budget {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: '',
    points,
    duration: seconds,
    rejectIfRedisNotReady: true,
  });
  return {
    spend: budgetOf(limiter).spend,
    async look(key) {
      const spent = Number((await redis.get(key)) ?? 0);
      if (spent < points) return 0;
      const left = await redis.pttl(key);
      return Math.ceil((left < 0 ? NO_EXPIRY_MS : left) / 1000);
    },
  };
}
