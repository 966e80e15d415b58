import type { Clock } from '../core/time.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';
import type { DueTimes } from './due-times.ts';
import type { DurableRecords } from './durable-records.ts';
import type { DurableStore } from './durable-store.ts';
import {
  type DurableReports,
  type DurableState,
  durableGuard,
  guardedDueTimes,
  guardedDurable,
  guardedRecords,
} from './guarded-durable.ts';
import { memoryDueTimes } from './memory/due-times.ts';
import { memoryRecords } from './memory/durable-records.ts';
import { memoryDurable } from './memory/durable-store.ts';
import type { ReconnectingConnection } from './redis/connection.ts';
import { redisDueTimes } from './redis/due-times.ts';
import { redisRecords } from './redis/durable-records.ts';
import { redisDurable } from './redis/durable-store.ts';
import { eraseInRedis } from './redis/erase.ts';
import { sealedRecords } from './sealed-records.ts';
import { type SealKeys, sealedDurable } from './sealing.ts';
import { STORAGE_LIMITS, type StorageLimits } from './storage-limits.ts';

/** The ports for what must not be lost, behind one guard. */
export interface DurablePorts {
  readonly durable: DurableStore;
  readonly records: DurableRecords;
  readonly dueTimes: (key: string) => DueTimes;
  /** Deletes every key that begins with `prefix`. Rejects with `StorageUnavailable`. */
  erase(prefix: string): Promise<void>;
  state(): DurableState | 'memory';
  close(): void;
}

export interface DurableOptions extends DurableReports {
  /** 32 bytes each; they seal what leaves the process. */
  readonly sealKeys: SealKeys;
  readonly clock: Clock;
  /** Default: `STORAGE_LIMITS`. */
  readonly limits?: StorageLimits;
}

/** Those of all tenants together are among them, and are not made for each tenant again. */
const DUE_TIMES_MAX = 1000;

export function durableInMemory({ clock, onDurableFault }: DurableOptions): DurablePorts {
  const guard = durableGuard({ onDurableFault, onDurableState: () => {} });
  const dueTimes = new Map<string, DueTimes>();
  const [durable, records] = [memoryDurable(clock), memoryRecords(clock)];
  return {
    durable: guardedDurable(durable, guard),
    records: guardedRecords(records, guard),
    dueTimes(key) {
      const known = dueTimes.get(key) ?? guardedDueTimes(memoryDueTimes(), guard);
      dueTimes.set(key, known);
      return known;
    },
    async erase(prefix) {
      durable.erase(prefix);
      records.erase(prefix);
      for (const key of dueTimes.keys()) if (key.startsWith(prefix)) dueTimes.delete(key);
    },
    state: () => 'memory',
    close: guard.close,
  };
}

export function durableInRedis(connection: ReconnectingConnection, options: DurableOptions): DurablePorts {
  const { redis, ping } = connection;
  const { sealKeys, onDurableFault, onDurableState, limits = STORAGE_LIMITS } = options;
  const guard = durableGuard({ ping, onDurableFault, onDurableState, timeoutMs: limits.durableMs });
  const look = (): void => void guard.probe();
  const onUnreadable = (): void => onDurableFault('unseal');
  redis.on('ready', look).on('close', look);
  return {
    durable: guardedDurable(sealedDurable(redisDurable(redis), sealKeys, onUnreadable), guard),
    records: guardedRecords(sealedRecords(redisRecords(redis), sealKeys, onUnreadable), guard),
    dueTimes: boundedMemo(DUE_TIMES_MAX, (key: string) => guardedDueTimes(redisDueTimes(redis, key), guard)),
    erase: (prefix) => eraseInRedis(connection, prefix, (step) => guard.operate('erase', step)),
    state: guard.state,
    close() {
      redis.off('ready', look).off('close', look);
      guard.close();
    },
  };
}
