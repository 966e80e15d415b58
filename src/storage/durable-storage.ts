import type { Clock } from '../core/time.ts';
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
import { sealedDurable, sealedRecords } from './sealing.ts';

/** The ports for what must not be lost, behind one guard. */
export interface DurablePorts {
  readonly durable: DurableStore;
  readonly records: DurableRecords;
  readonly dueTimes: (key: string) => DueTimes;
  state(): DurableState | 'memory';
  close(): void;
}

export interface DurableOptions extends DurableReports {
  /** 32 bytes; seals what leaves the process. */
  readonly sealKey: Buffer;
  readonly clock: Clock;
}

export function durableInMemory({ clock, onDurableFault }: DurableOptions): DurablePorts {
  const guard = durableGuard({ onDurableFault, onDurableState: () => {} });
  const dueTimes = new Map<string, DueTimes>();
  return {
    durable: guardedDurable(memoryDurable(clock), guard),
    records: guardedRecords(memoryRecords(clock), guard),
    dueTimes(key) {
      const known = dueTimes.get(key) ?? guardedDueTimes(memoryDueTimes(), guard);
      dueTimes.set(key, known);
      return known;
    },
    state: () => 'memory',
    close: guard.close,
  };
}

export function durableInRedis(
  { redis, ping }: ReconnectingConnection,
  options: DurableOptions,
): DurablePorts {
  const { sealKey, onDurableFault, onDurableState } = options;
  const guard = durableGuard({ ping, onDurableFault, onDurableState });
  const look = (): void => void guard.probe();
  const onUnreadable = (): void => onDurableFault('unseal');
  redis.on('ready', look).on('close', look);
  return {
    durable: guardedDurable(sealedDurable(redisDurable(redis), sealKey, onUnreadable), guard),
    records: guardedRecords(sealedRecords(redisRecords(redis), sealKey, onUnreadable), guard),
    dueTimes: (key) => guardedDueTimes(redisDueTimes(redis, key), guard),
    state: guard.state,
    close() {
      redis.off('ready', look).off('close', look);
      guard.close();
    },
  };
}
