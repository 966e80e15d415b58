import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../core/time.ts';
import type { CacheStore } from './cache-store.ts';
import type { DueTimes } from './due-times.ts';
import type { DurableRecords } from './durable-records.ts';
import { durableInMemory, durableInRedis } from './durable-storage.ts';
import type { DurableStore } from './durable-store.ts';
import { type CacheState, createGuard, type GuardOptions } from './guard.ts';
import { guardedCache, guardedLeases, guardedRateLimiter } from './guarded.ts';
import type { DurableReports, DurableState } from './guarded-durable.ts';
import type { Leases } from './lease.ts';
import { memoryCache } from './memory/cache-store.ts';
import { memoryLeases } from './memory/leases.ts';
import { memoryRateLimiter } from './memory/rate-limiter.ts';
import { mirroredCache } from './mirrored-cache.ts';
import type { RateLimiterFactory } from './rate-limiter.ts';
import type { RedisAddress } from './redis/address.ts';
import { redisCache } from './redis/cache-store.ts';
import { type ReconnectingConnection, redisConnection } from './redis/connection.ts';
import { redisLeases } from './redis/leases.ts';
import { redisRateLimiter } from './redis/rate-limiter.ts';
import { sealedCache } from './sealing.ts';

/** `memory`: of this process, by configuration. */
export interface StorageState {
  readonly cache: CacheState;
  readonly durable: DurableState | 'memory';
}

/** The storage ports, shared by all processes through Redis or in this process's memory. Only `durable`, `records` and `dueTimes` reject. */
export interface Storage {
  readonly cache: CacheStore;
  /** The same cache, for values that people notice to be missing: while Redis is away, this process still knows those that it used. */
  readonly mirroredCache: CacheStore;
  readonly leases: Leases;
  readonly rateLimiter: RateLimiterFactory;
  readonly durable: DurableStore;
  readonly records: DurableRecords;
  /** The due times under a key; the same ones for the same key. */
  readonly dueTimes: (key: string) => DueTimes;
  state(): StorageState;
  /** Closes the connections, after half a second at most. */
  close(): Promise<void>;
}

export interface StorageOptions extends GuardOptions, DurableReports {
  /** Of cache, leases and rate limits; undefined: memory. */
  readonly redis: RedisAddress | undefined;
  /** Of the durable storage; undefined: memory. Where it equals `redis`, one connection serves both. */
  readonly stateRedis: RedisAddress | undefined;
  /** 32 bytes; seals what leaves the process. */
  readonly sealKey: Buffer;
  readonly clock: Clock;
  /** Gets the code of each error of a connection. */
  readonly onConnectionFault: (code: string) => void;
}

type CachePorts = Pick<Storage, 'cache' | 'mirroredCache' | 'leases' | 'rateLimiter'> & {
  state(): CacheState;
  close(): void;
};

/** Chooses between Redis and memory once; the other modules see the ports alone. Connects at once. */
export function openStorage(options: StorageOptions): Storage {
  const { redis, stateRedis, onConnectionFault } = options;
  const connectTo = (address: RedisAddress | undefined): ReconnectingConnection | undefined =>
    address === undefined ? undefined : redisConnection(address, onConnectionFault);
  const connection = connectTo(redis);
  const stateConnection = isDeepStrictEqual(redis, stateRedis) ? connection : connectTo(stateRedis);
  const shared = connection === undefined ? cacheInMemory(options) : cacheInRedis(connection, options);
  const durable =
    stateConnection === undefined ? durableInMemory(options) : durableInRedis(stateConnection, options);
  return {
    cache: shared.cache,
    mirroredCache: shared.mirroredCache,
    leases: shared.leases,
    rateLimiter: shared.rateLimiter,
    durable: durable.durable,
    records: durable.records,
    dueTimes: durable.dueTimes,
    state: () => ({ cache: shared.state(), durable: durable.state() }),
    async close() {
      shared.close();
      durable.close();
      await Promise.all([...new Set([connection, stateConnection])].map((open) => open?.close()));
    },
  };
}

function cacheInMemory({ clock }: StorageOptions): CachePorts {
  const cache = memoryCache(clock);
  return {
    cache,
    mirroredCache: cache,
    leases: memoryLeases(clock),
    rateLimiter: memoryRateLimiter,
    state: () => 'ok',
    close: () => {},
  };
}

function cacheInRedis({ redis, ping }: ReconnectingConnection, options: StorageOptions): CachePorts {
  const { clock, sealKey, onFault, onState } = options;
  const guard = createGuard({ onFault, onState, ping });
  redis.on('ready', () => void guard.probe());
  const fallback = memoryCache(clock);
  const cache = guardedCache(sealedCache(redisCache(redis), sealKey), fallback, guard);
  const limiter = redisRateLimiter(redis);
  return {
    cache,
    mirroredCache: mirroredCache(cache, fallback),
    leases: guardedLeases(redisLeases(redis), memoryLeases(clock), guard),
    rateLimiter: (limit) => guardedRateLimiter(limiter(limit), memoryRateLimiter(limit), guard),
    state: guard.state,
    close: guard.close,
  };
}
