import type { DurableRecords } from './durable-records.ts';
import { isSealedBy, type SealKeys, seal, unseal } from './sealing.ts';

/**
 * Records with each field sealed under the names of its record and its own. A field that a replaced key sealed is sealed again as it is read.
 * `onUnreadable` is called for each field that counts as absent since it does not open.
 */
export function sealedRecords(
  records: DurableRecords,
  sealKeys: SealKeys,
  onUnreadable: () => void,
): DurableRecords {
  const [current] = sealKeys;
  const nameOf = (key: string, field: string): string => `${key}#${field}`;
  const sealed = (key: string, field: string, value: string): string =>
    seal(current, nameOf(key, field), value);
  const opened = (key: string, field: string, stored: string): string | undefined => {
    const value = unseal(sealKeys, nameOf(key, field), stored);
    if (value === undefined) onUnreadable();
    else if (!isSealedBy(sealKeys, stored)) sealAnew(key, field, stored, value);
    return value;
  };
  /** Nobody waits for it: the next one who reads the field tries again. */
  const sealAnew = (key: string, field: string, stored: string, value: string): void =>
    void records.swapField(key, field, stored, sealed(key, field, value)).catch(() => {});

  return {
    ...records,
    async fields(key) {
      const readable = new Map<string, string>();
      for (const [field, stored] of await records.fields(key)) {
        const value = opened(key, field, stored);
        if (value !== undefined) readable.set(field, value);
      }
      return readable;
    },
    async field(key, field) {
      const stored = await records.field(key, field);
      return stored === undefined ? undefined : opened(key, field, stored);
    },
    setField: (key, field, value, expirySeconds) =>
      records.setField(key, field, sealed(key, field, value), expirySeconds),
    setFieldIfAbsent: (key, field, value, expirySeconds) =>
      records.setFieldIfAbsent(key, field, sealed(key, field, value), expirySeconds),
    replaceField: (key, field, value, expirySeconds) =>
      records.replaceField(key, field, sealed(key, field, value), expirySeconds),
    /** Two seals of one text differ, so what is compared in the store is the seal that was just read and opened. */
    async swapField(key, field, from, to) {
      const stored = await records.field(key, field);
      if (stored === undefined || unseal(sealKeys, nameOf(key, field), stored) !== from) return false;
      return records.swapField(key, field, stored, to === undefined ? to : sealed(key, field, to));
    },
  };
}
