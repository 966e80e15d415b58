import type { DueTimes } from './due-times.ts';
import type { DurableRecords } from './durable-records.ts';
import { type DurablePort, type DurableStore, StorageUnavailable } from './durable-store.ts';
import { serverHealth } from './server-health.ts';
import { withServerTimeout } from './server-timeout.ts';
import { STORAGE_LIMITS } from './storage-limits.ts';

/** `unavailable`: the latest call failed, or the server was never reached. */
export type DurableState = 'ok' | 'unavailable';

/** `unseal`: a value was stored that does not open with this deployment's key. */
export type DurableOperation = DurablePort | 'unseal' | 'ping';

export interface DurableReports {
  readonly onDurableFault: (operation: DurableOperation) => void;
  readonly onDurableState: (state: DurableState) => void;
}

export interface DurableGuardOptions extends DurableReports {
  /** Rejects where the server does not answer; undefined for a store that is always there. */
  readonly ping?: () => Promise<unknown>;
  /** Default: `STORAGE_LIMITS`. */
  readonly timeoutMs?: number;
}

/** The guard that every call of the durable storage goes through. */
export interface DurableGuard {
  /** The call's result; rejects with `StorageUnavailable` alone, within the time limit. */
  operate<T>(operation: DurablePort, call: () => Promise<T>): Promise<T>;
  state(): DurableState;
  /** Pings the server, so that its state is known before the first request. */
  probe(): Promise<void>;
  /** Ends the pings. */
  close(): void;
}

/**
 * Gives each operation a time limit and one error, and reports its failures. Every call is tried, since one that was refused (a full
 * memory, a disk that cannot be written) says nothing of the next; a connection that is down rejects at once by itself.
 */
export function durableGuard(options: DurableGuardOptions): DurableGuard {
  const { ping, onDurableFault, onDurableState, timeoutMs = STORAGE_LIMITS.durableMs } = options;
  const stateOf = (isUp: boolean): DurableState => (isUp ? 'ok' : 'unavailable');
  const health = serverHealth({
    onChange: (isUp) => onDurableState(stateOf(isUp)),
    probe: ping === undefined ? undefined : () => void probe(),
  });

  async function run<T>(operation: DurablePort | 'ping', call: () => Promise<T>): Promise<T> {
    try {
      const result = await withServerTimeout(timeoutMs, call);
      health.succeeded();
      return result;
    } catch (error) {
      onDurableFault(operation);
      health.failed();
      throw error;
    }
  }

  async function operate<T>(operation: DurablePort, call: () => Promise<T>): Promise<T> {
    try {
      return await run(operation, call);
    } catch (cause) {
      throw new StorageUnavailable(operation, { cause });
    }
  }

  async function probe(): Promise<void> {
    if (ping !== undefined) await run('ping', ping).catch(() => {});
  }

  return { operate, state: () => stateOf(health.isUp()), probe, close: health.close };
}

type Operate = Pick<DurableGuard, 'operate'>;

export function guardedDurable(store: DurableStore, { operate }: Operate): DurableStore {
  return {
    get: (key) => operate('get', () => store.get(key)),
    set: (key, value, expirySeconds) => operate('set', () => store.set(key, value, expirySeconds)),
    take: (key) => operate('take', () => store.take(key)),
    delete: (key) => operate('delete', () => store.delete(key)),
  };
}

export function guardedRecords(records: DurableRecords, { operate }: Operate): DurableRecords {
  return {
    fields: (key) => operate('fields', () => records.fields(key)),
    field: (key, field) => operate('field', () => records.field(key, field)),
    size: (key) => operate('size', () => records.size(key)),
    setField: (...args) => operate('setField', () => records.setField(...args)),
    setFieldIfAbsent: (...args) => operate('setFieldIfAbsent', () => records.setFieldIfAbsent(...args)),
    replaceField: (...args) => operate('replaceField', () => records.replaceField(...args)),
    swapField: (...args) => operate('swapField', () => records.swapField(...args)),
    deleteField: (key, field) => operate('deleteField', () => records.deleteField(key, field)),
    deleteRecord: (key, fields) => operate('deleteRecord', () => records.deleteRecord(key, fields)),
    eraseRecord: (key) => operate('eraseRecord', () => records.eraseRecord(key)),
  };
}

export function guardedDueTimes(times: DueTimes, { operate }: Operate): DueTimes {
  return {
    schedule: (member, at) => operate('schedule', () => times.schedule(member, at)),
    scheduleBy: (member, at) => operate('scheduleBy', () => times.scheduleBy(member, at)),
    bringForward: (member, at) => operate('bringForward', () => times.bringForward(member, at)),
    claim: (now, leaseMs, max) => operate('claim', () => times.claim(now, leaseMs, max)),
    settle: (claimed, nextAt) => operate('settle', () => times.settle(claimed, nextAt)),
    remove: (member) => operate('remove', () => times.remove(member)),
    oldest: () => operate('oldest', () => times.oldest()),
    size: () => operate('size', () => times.size()),
    membersOf: (prefix) => operate('membersOf', () => times.membersOf(prefix)),
  };
}
