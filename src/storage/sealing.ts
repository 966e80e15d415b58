import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CacheStore } from './cache-store.ts';
import type { DurableRecords } from './durable-records.ts';
import type { DurableStore } from './durable-store.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** 32 bytes for one purpose from the deployment's secret (HKDF-SHA-256, RFC 5869); another purpose gives unrelated bytes. */
export function derivedKey(secret: string, purpose: 'seal' | 'hash' | 'link'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'meeting-cards', purpose, KEY_BYTES));
}

/** AES-256-GCM with a random nonce in front and the key's own name as additional data: a value moved to another key does not open. */
export function seal(sealKey: Buffer, name: string, value: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The value, or undefined for anything that was not sealed with this key under this name. */
export function unseal(sealKey: Buffer, name: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', sealKey, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(name))
    .setAuthTag(tag);
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return undefined;
  }
}

/** A cache whose values are sealed before they leave the process. What another key sealed, or nobody did, counts as absent. */
export function sealedCache(cache: CacheStore, sealKey: Buffer): CacheStore {
  return {
    async get(key) {
      const sealed = await cache.get(key);
      return sealed === undefined ? undefined : unseal(sealKey, key, sealed);
    },
    set: (key, value, expirySeconds) => cache.set(key, seal(sealKey, key, value), expirySeconds),
    setIfAbsent: (key, value, expirySeconds) =>
      cache.setIfAbsent(key, seal(sealKey, key, value), expirySeconds),
    delete: (key) => cache.delete(key),
  };
}

/** The same for a durable store. `onUnreadable` is called for each value that counts as absent since it does not open. */
export function sealedDurable(store: DurableStore, sealKey: Buffer, onUnreadable: () => void): DurableStore {
  return {
    async get(key) {
      const sealed = await store.get(key);
      if (sealed === undefined) return undefined;
      const value = unseal(sealKey, key, sealed);
      if (value === undefined) onUnreadable();
      return value;
    },
    set: (key, value, expirySeconds) => store.set(key, seal(sealKey, key, value), expirySeconds),
    delete: (key) => store.delete(key),
  };
}

/** The same for records: each field is sealed under the names of its record and its own. */
export function sealedRecords(
  records: DurableRecords,
  sealKey: Buffer,
  onUnreadable: () => void,
): DurableRecords {
  const nameOf = (key: string, field: string): string => `${key}#${field}`;
  const sealed = (key: string, field: string, value: string): string =>
    seal(sealKey, nameOf(key, field), value);
  const opened = (key: string, field: string, stored: string): string | undefined => {
    const value = unseal(sealKey, nameOf(key, field), stored);
    if (value === undefined) onUnreadable();
    return value;
  };
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
  };
}
