/**
 * Records of several fields that belong together, such as a meeting and its cards, for what must not be lost. Like `DurableStore`: no
 * eviction, no fallback, a time limit, and `StorageUnavailable`. A record expires as a whole, `expirySeconds` (whole, at least 1) after its
 * latest write; one that is written with `undefined` does not expire. Field names are texts without secrets.
 */
export interface DurableRecords {
  /** Every field that is readable with this deployment's key; none for a record that is absent. */
  fields(key: string): Promise<ReadonlyMap<string, string>>;
  /** Undefined: absent, expired, or not readable with this deployment's key. */
  field(key: string, field: string): Promise<string | undefined>;
  /** How many fields a record has; 0 for one that is absent. */
  size(key: string): Promise<number>;
  setField(key: string, field: string, value: string, expirySeconds: number | undefined): Promise<void>;
  /** Writes only where the field is absent; true where it did. Of several processes one gets true. */
  setFieldIfAbsent(
    key: string,
    field: string,
    value: string,
    expirySeconds: number | undefined,
  ): Promise<boolean>;
  /** Writes only where the field is there; true where it did. So what another process deleted stays deleted. */
  replaceField(key: string, field: string, value: string, expirySeconds: number): Promise<boolean>;
  /**
   * Replaces a field that holds `from`, or deletes it where `to` is undefined; true where it did. In one step: what another process wrote stays.
   * The expiry is not changed.
   */
  swapField(key: string, field: string, from: string, to: string | undefined): Promise<boolean>;
  deleteField(key: string, field: string): Promise<void>;
  /** Deletes the record if its fields are among these: a field that another process added keeps it. True where it is gone. */
  deleteRecord(key: string, fields: readonly string[]): Promise<boolean>;
  /** Deletes the record with all its fields, also those that are not readable. */
  eraseRecord(key: string): Promise<void>;
}
