import type { Clock } from '../core/time.ts';
import type { CacheStore } from './cache-store.ts';
import { createGuard, type GuardOptions, type StoreState } from './guard.ts';
import { guardedStore } from './guarded-store.ts';
import { memoryStore } from './memory/cache-store.ts';
import { mirroredStore } from './mirrored-store.ts';
import { guardedRateLimiter, memoryRateLimiter, type RateLimit, type RateLimiter } from './rate-limiter.ts';
import type { RedisAddress } from './redis/address.ts';
import { redisStore } from './redis/cache-store.ts';
import { redisConnection } from './redis/connection.ts';
import { redisRateLimiter } from './redis/rate-limiter.ts';
import { sealedStore } from './sealing.ts';

/** All that is kept, shared by all processes through Redis or in this process's memory; nothing here rejects. */
export interface Storage {
  readonly store: CacheStore;
  /** The same, for what people count on while Redis is away: what this process knew of it is in its memory too. */
  readonly mirrored: CacheStore;
  budget(size: RateLimit): RateLimiter;
  state(): StoreState;
  close(): Promise<void>;
}

export interface StorageOptions extends GuardOptions {
  /** Undefined: memory. */
  readonly redis: RedisAddress | undefined;
  /** 32 bytes; seals what leaves the process. */
  readonly sealKey: Buffer;
  readonly clock: Clock;
  readonly onConnectionFault: (code: string) => void;
}

/** Chooses Redis or memory once; everybody else sees the ports. */
export function openStorage({
  redis: address,
  sealKey,
  clock,
  onConnectionFault,
  ...guardOptions
}: StorageOptions): Storage {
  const memory = memoryStore(clock);
  if (address === undefined) {
    return {
      store: memory,
      mirrored: memory,
      budget: memoryRateLimiter,
      state: () => 'ok',
      close: async () => {},
    };
  }
  const { redis, ping, close } = redisConnection(address, onConnectionFault);
  const guard = createGuard({ ...guardOptions, ping });
  redis.on('ready', () => void guard.probe());
  const store = guardedStore(sealedStore(redisStore(redis), sealKey), memory, guard);
  return {
    store,
    mirrored: mirroredStore(store, memory),
    budget: (size) => guardedRateLimiter(redisRateLimiter(redis, size), memoryRateLimiter(size), guard),
    state: guard.state,
    close() {
      guard.close();
      return close();
    },
  };
}
