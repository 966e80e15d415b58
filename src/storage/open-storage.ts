import type { Clock } from '../core/time.ts';
import { type Budget, type BudgetSize, guardedBudget, memoryBudget } from './rate-limiter.ts';
import { createGuard, type GuardOptions, type StoreState } from './guard.ts';
import { guardedStore } from './guarded-store.ts';
import { memoryStore } from './memory/cache-store.ts';
import { mirroredStore } from './mirrored-store.ts';
import type { RedisAddress } from './redis/address.ts';
import { redisBudget } from './redis/rate-limiter.ts';
import { redisConnection } from './redis/connection.ts';
import { redisStore } from './redis/cache-store.ts';
import { sealedStore } from './sealing.ts';
import type { Store } from './cache-store.ts';

/** All that is kept, shared by all processes through Redis or in this process's memory; nothing here rejects. */
export interface Kept {
  readonly store: Store;
  /** The same, for what people count on while Redis is away: what this process knew of it is in its memory too. */
  readonly mirrored: Store;
  budget(size: BudgetSize): Budget;
  state(): StoreState;
  close(): Promise<void>;
}

export interface KeptOptions extends GuardOptions {
  /** Undefined: memory. */
  readonly redis: RedisAddress | undefined;
  /** 32 bytes; seals what leaves the process. */
  readonly sealKey: Buffer;
  readonly clock: Clock;
  readonly onConnectionFault: (code: string) => void;
}

/** Chooses Redis or memory once; everybody else sees the ports. */
export function openKept({
  redis: address,
  sealKey,
  clock,
  onConnectionFault,
  ...guardOptions
}: KeptOptions): Kept {
  const memory = memoryStore(clock);
  if (address === undefined) {
    return {
      store: memory,
      mirrored: memory,
      budget: memoryBudget,
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
    budget: (size) => guardedBudget(redisBudget(redis, size), memoryBudget(size), guard),
    state: guard.state,
    close() {
      guard.close();
      return close();
    },
  };
}
