import type { Clock } from '../../core/time.ts';
import type { DurableRecords } from '../durable-records.ts';

const CHARACTERS_MAX = 32 * 1024 * 1024;

interface Stored {
  readonly fields: Map<string, string>;
  /** Milliseconds since 1970. */
  until: number;
}

/** Records in this process's memory: they end with it. A write that would take more than 32 M characters in all rejects. */
export function memoryRecords(clock: Clock): DurableRecords & { erase(prefix: string): void } {
  const records = new Map<string, Stored>();
  let size = 0;

  function recordOf(key: string): Stored | undefined {
    const record = records.get(key);
    if (record === undefined || clock() < record.until) return record;
    for (const [field, value] of record.fields) size -= field.length + value.length;
    records.delete(key);
    return undefined;
  }

  function write(key: string, field: string, value: string, expirySeconds = Number.POSITIVE_INFINITY): void {
    const { fields = new Map<string, string>() } = recordOf(key) ?? {};
    const known = fields.get(field);
    const grows = value.length + (known === undefined ? field.length : -known.length);
    if (size + grows > CHARACTERS_MAX) for (const other of records.keys()) recordOf(other);
    if (size + grows > CHARACTERS_MAX) throw new RangeError('the durable storage in memory is full');
    fields.set(field, value);
    size += grows;
    records.set(key, { fields, until: clock() + expirySeconds * 1000 });
  }

  function remove(key: string, field: string): void {
    const record = recordOf(key);
    const value = record?.fields.get(field);
    if (record === undefined || value === undefined) return;
    size -= field.length + value.length;
    record.fields.delete(field);
    if (record.fields.size === 0) records.delete(key);
  }

  return {
    async fields(key) {
      return new Map(recordOf(key)?.fields);
    },
    async field(key, field) {
      return recordOf(key)?.fields.get(field);
    },
    async size(key) {
      return recordOf(key)?.fields.size ?? 0;
    },
    async setField(key, field, value, expirySeconds) {
      write(key, field, value, expirySeconds);
    },
    async setFieldIfAbsent(key, field, value, expirySeconds) {
      if (recordOf(key)?.fields.has(field) === true) return false;
      write(key, field, value, expirySeconds);
      return true;
    },
    async replaceField(key, field, value, expirySeconds) {
      if (recordOf(key)?.fields.has(field) !== true) return false;
      write(key, field, value, expirySeconds);
      return true;
    },
    async swapField(key, field, from, to) {
      const record = recordOf(key);
      if (record?.fields.get(field) !== from) return false;
      if (to === undefined) remove(key, field);
      else write(key, field, to, (record.until - clock()) / 1000);
      return true;
    },
    async deleteField(key, field) {
      remove(key, field);
    },
    erase(prefix) {
      for (const [key, { fields }] of records) {
        if (key.startsWith(prefix)) for (const field of fields.keys()) remove(key, field);
      }
    },
    async deleteRecord(key, fields) {
      for (const field of fields) remove(key, field);
      return recordOf(key) === undefined;
    },
    async eraseRecord(key) {
      for (const field of [...(recordOf(key)?.fields.keys() ?? [])]) remove(key, field);
    },
  };
}
