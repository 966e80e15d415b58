import type { Config } from './config/config.ts';
import { derivedKey, type SealKeys } from './storage/sealing.ts';

/** The key of `CACHE_KEY` seals; what the one of `CACHE_KEY_PREVIOUS` sealed can still be opened. */
export function sealKeysOf({ cacheSecret, previousCacheSecret: previous }: Config): SealKeys {
  const current = derivedKey(cacheSecret, 'seal');
  return previous === undefined ? [current] : [current, derivedKey(previous, 'seal')];
}
