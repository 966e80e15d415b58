/** How long one call of a server may take, in milliseconds. */
export interface StorageLimits {
  /** No request waits for one call of the cache for longer: a fallback answers instead. */
  readonly cacheMs: number;
  /** No fallback answers instead of the durable storage, so this is longer; a listener can still tell the person within Slack's three seconds. */
  readonly durableMs: number;
}

export const STORAGE_LIMITS: StorageLimits = { cacheMs: 100, durableMs: 500 };
