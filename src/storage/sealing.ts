import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { boundedMemo } from '../lib/bounded-memo.ts';
import type { CacheStore } from './cache-store.ts';
import type { DurableStore } from './durable-store.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** 32 bytes for one purpose from the deployment's secret (HKDF-SHA-256, RFC 5869); another purpose gives unrelated bytes. */
export function derivedKey(secret: string, purpose: 'seal' | 'hash' | 'link'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'meeting-cards', purpose, KEY_BYTES));
}

/** What seals is the first key; what any of them sealed opens. The others are keys that were replaced. */
export type SealKeys = readonly [current: Buffer, ...previous: Buffer[]];

const NAME_CHARACTERS = 8;
const KEYS_NAMED = 10;

/** A key's name in what it sealed. It tells nothing of the key. */
const nameOfKey = boundedMemo(KEYS_NAMED, (sealKey: Buffer): string =>
  createHash('sha256').update('name of').update(sealKey).digest('base64url').slice(0, NAME_CHARACTERS),
);

/**
 * AES-256-GCM: the name of the sealing key, a point, and in base64 a random nonce, the tag and the value. The additional data is the name of
 * the value, its storage key: a value that is moved to another key does not open.
 */
export function seal(sealKey: Buffer, name: string, value: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return `${nameOfKey(sealKey)}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
}

/** The value, or undefined for anything that none of these keys sealed under this name. What names no key is from before keys had names. */
export function unseal(sealKeys: SealKeys, name: string, sealed: string): string | undefined {
  const end = sealed.indexOf('.');
  const keyName = end === -1 ? undefined : sealed.slice(0, end);
  for (const sealKey of sealKeys) {
    if (keyName !== undefined && keyName !== nameOfKey(sealKey)) continue;
    const value = unsealBy(sealKey, name, Buffer.from(sealed.slice(end + 1), 'base64'));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether the first of the keys sealed it. */
export function isSealedBy([current]: SealKeys, sealed: string): boolean {
  return sealed.startsWith(`${nameOfKey(current)}.`);
}

function unsealBy(sealKey: Buffer, name: string, bytes: Buffer): string | undefined {
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
export function sealedCache(cache: CacheStore, sealKeys: SealKeys): CacheStore {
  const [current] = sealKeys;
  return {
    async get(key) {
      const sealed = await cache.get(key);
      return sealed === undefined ? undefined : unseal(sealKeys, key, sealed);
    },
    set: (key, value, expirySeconds) => cache.set(key, seal(current, key, value), expirySeconds),
    setIfAbsent: (key, value, expirySeconds) =>
      cache.setIfAbsent(key, seal(current, key, value), expirySeconds),
    delete: (key) => cache.delete(key),
  };
}

/** The same for a durable store. `onUnreadable` is called for each value that counts as absent since it does not open. */
export function sealedDurable(
  store: DurableStore,
  sealKeys: SealKeys,
  onUnreadable: () => void,
): DurableStore {
  const [current] = sealKeys;
  const opened = (key: string, sealed: string | undefined): string | undefined => {
    if (sealed === undefined) return undefined;
    const value = unseal(sealKeys, key, sealed);
    if (value === undefined) onUnreadable();
    return value;
  };
  return {
    get: async (key) => opened(key, await store.get(key)),
    set: (key, value, expirySeconds) => store.set(key, seal(current, key, value), expirySeconds),
    take: async (key) => opened(key, await store.take(key)),
    delete: (key) => store.delete(key),
  };
}
