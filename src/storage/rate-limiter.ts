/** How many points may be consumed under one key in a window of `seconds`, which begins with the first point consumed. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

/** Whole seconds until a point can be consumed again; 0: now. */
export type WaitSeconds = number;

/** Counts points for each key. An adapter rejects where its server fails; `guardedRateLimiter` never rejects. */
export interface RateLimiter {
  /** Consumes a point. Where none is left it consumes nothing and tells the wait. */
  consume(key: string): Promise<WaitSeconds>;
  /** Consumes `points` more, also where none are left. */
  penalize(key: string, points: number): Promise<void>;
}

/** Makes the limiter of one limit; the keys of two limits must differ. */
export type RateLimiterFactory = (limit: RateLimit) => RateLimiter;
