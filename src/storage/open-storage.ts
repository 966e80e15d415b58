import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../core/time.ts';
import type { WriteBehind } from '../lib/write-behind.ts';
import type { CacheStore } from './cache-store.ts';
import type { DueTimes } from './due-times.ts';
import type { DurableRecords } from './durable-records.ts';
import { durableInMemory, durableInRedis } from './durable-storage.ts';
import { type DurableStore, StorageUnavailable } from './durable-store.ts';
import { type CacheState, createGuard, type GuardOptions } from './guard.ts';
import { guardedCache, guardedLeases, guardedPointCounter } from './guarded.ts';
import type { DurableReports, DurableState } from './guarded-durable.ts';
import type { Leases } from './lease.ts';
import { memoryCache } from './memory/cache-store.ts';
import { memoryLeases } from './memory/leases.ts';
import { memoryPointCounter } from './memory/point-counter.ts';
import { mirroredCache } from './mirrored-cache.ts';
import { type RateLimiterFactory, rateLimiters } from './rate-limiter.ts';
import type { RedisAddress } from './redis/address.ts';
import { redisCache } from './redis/cache-store.ts';
import { type ReconnectingConnection, redisConnection } from './redis/connection.ts';
import { eraseInRedis } from './redis/erase.ts';
import { redisLeases } from './redis/leases.ts';
import { redisPointCounter } from './redis/point-counter.ts';
import { type SealKeys, sealedCache } from './sealing.ts';
import { withServerTimeout } from './server-timeout.ts';
import { STORAGE_LIMITS, type StorageLimits } from './storage-limits.ts';

/** `memory`: of this process, by configuration. */
export interface StorageState {
  readonly cache: CacheState;
  readonly durable: DurableState | 'memory';
}

/** The storage ports, shared by all processes through Redis or in this process's memory. Only `durable`, `records`, `dueTimes` and `erase` reject. */
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
  /**
   * Deletes every key that begins with `prefix`: in each Redis, in steps, and in this process's memory. The writes that are scheduled are made
   * first. What is written meanwhile may be left. Rejects with `StorageUnavailable` where a Redis does not do it.
   */
  erase(prefix: string): Promise<void>;
  /** The same for this process's memory alone. */
  eraseHere(prefix: string): void;
  state(): StorageState;
  /** Makes the writes that are scheduled, and closes the connections, each after half a second at most. */
  close(): Promise<void>;
}

export interface StorageOptions extends GuardOptions, DurableReports {
  /** Of cache, leases and rate limits; undefined: memory. */
  readonly redis: RedisAddress | undefined;
  /** Of the durable storage; undefined: memory. Where it equals `redis`, one connection serves both. */
  readonly stateRedis: RedisAddress | undefined;
  /** 32 bytes each; they seal what leaves the process. */
  readonly sealKeys: SealKeys;
  readonly clock: Clock;
  /** Of the process. What is scheduled is written before the connections are closed. */
  readonly behind: WriteBehind;
  /** Gets the code of each error of a connection. */
  readonly onConnectionFault: (code: string) => void;
  /** Default: `STORAGE_LIMITS`. */
  readonly limits?: StorageLimits;
}

type CachePorts = Pick<Storage, 'cache' | 'mirroredCache' | 'leases' | 'rateLimiter' | 'eraseHere'> & {
  /** In its own Redis. */
  erase(prefix: string): Promise<void>;
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
    async erase(prefix) {
      await options.behind.flush();
      shared.eraseHere(prefix);
      await durable.erase(prefix);
      if (connection !== stateConnection) await shared.erase(prefix);
    },
    eraseHere: shared.eraseHere,
    state: () => ({ cache: shared.state(), durable: durable.state() }),
    async close() {
      await options.behind.flush();
      shared.close();
      durable.close();
      await Promise.all([...new Set([connection, stateConnection])].map((open) => open?.close()));
    },
  };
}

/** A cache that does not erase is told: what it has of a tenant that left must go. */
const erasingStep =
  ({ durableMs }: StorageLimits) =>
  async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await withServerTimeout(durableMs, call);
    } catch (cause) {
      throw new StorageUnavailable('erase', { cause });
    }
  };

function cacheInMemory({ clock, behind }: StorageOptions): CachePorts {
  const cache = memoryCache(clock);
  return {
    cache,
    mirroredCache: cache,
    leases: memoryLeases(clock),
    rateLimiter: rateLimiters(memoryPointCounter, behind, clock),
    erase: async () => {},
    eraseHere: cache.erase,
    state: () => 'ok',
    close: () => {},
  };
}

function cacheInRedis(connection: ReconnectingConnection, options: StorageOptions): CachePorts {
  const { redis, ping } = connection;
  const { clock, behind, sealKeys, onFault, onState, limits = STORAGE_LIMITS } = options;
  const guard = createGuard({ onFault, onState, ping, timeoutMs: limits.cacheMs });
  redis.on('ready', () => void guard.probe());
  const fallback = memoryCache(clock);
  const cache = guardedCache(sealedCache(redisCache(redis), sealKeys), fallback, guard);
  const counterOf = redisPointCounter(redis);
  return {
    cache,
    mirroredCache: mirroredCache(cache, fallback),
    leases: guardedLeases(redisLeases(redis), memoryLeases(clock), guard),
    rateLimiter: rateLimiters(
      (limit) => guardedPointCounter(counterOf(limit), memoryPointCounter(limit), guard),
      behind,
      clock,
    ),
    erase: (prefix) => eraseInRedis(connection, prefix, erasingStep(limits)),
    eraseHere: fallback.erase,
    state: guard.state,
    close: guard.close,
  };
}
