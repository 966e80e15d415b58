import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CacheStore } from './cache-store.ts';

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
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  } catch {
    return undefined;
  }
}

/**
 * A store whose values are sealed before they leave the process. What an old or foreign key wrote counts as absent. Claimed values are
 * tokens without content, and stay as they are so that their holder can be compared.
 */
export function sealedStore(store: CacheStore, sealKey: Buffer): CacheStore {
  return {
    async get(key) {
      const sealed = await store.get(key);
      return sealed === undefined ? undefined : unseal(sealKey, key, sealed);
    },
    set: (key, value, expirySeconds) => store.set(key, seal(sealKey, key, value), expirySeconds),
    claim: (key, token, expirySeconds) => store.claim(key, token, expirySeconds),
    renew: (key, token, expirySeconds) => store.renew(key, token, expirySeconds),
    delete: (key) => store.delete(key),
    release: (key, token) => store.release(key, token),
  };
}
