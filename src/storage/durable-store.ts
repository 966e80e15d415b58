import type { DueTimes } from './due-times.ts';
import type { DurableRecords } from './durable-records.ts';

/**
 * Storage for what must not be lost, such as installations and settings. A value stays until it is deleted or expires; there is no
 * eviction and no fallback. Every operation has a time limit and rejects with `StorageUnavailable` where the server fails or does not
 * answer in time. Values are text.
 */
export interface DurableStore {
  /** Undefined: absent, expired, or not readable with this deployment's key. */
  get(key: string): Promise<string | undefined>;
  /**
   * Replaces what is stored. `expirySeconds`: whole seconds, at least 1; without it the value does not expire. A write that rejects may
   * have been done all the same; to write the same value again is safe.
   */
  set(key: string, value: string, expirySeconds?: number): Promise<void>;
  /** Reads and deletes in one step: of several callers one gets the value. A call that rejects may have deleted it all the same. */
  take(key: string): Promise<string | undefined>;
  /** A deletion that rejects may have been done all the same. */
  delete(key: string): Promise<void>;
}

/** The operations of the durable storage. */
export type DurablePort = keyof DurableStore | keyof DurableRecords | keyof DueTimes | 'erase';

/** The only error of the durable storage. `cause` is for debugging; neither key nor value is part of it. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly code = 'storage-unavailable';
  readonly operation: DurablePort;

  constructor(operation: DurablePort, options?: ErrorOptions) {
    super(`the durable storage did not do "${operation}"`, options);
    this.operation = operation;
  }
}
