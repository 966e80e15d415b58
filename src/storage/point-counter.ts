/** How many points may be consumed under one key in a window of `seconds`, which begins with the first point consumed. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

/** Points under one key in its window. */
export interface PointCount {
  readonly consumed: number;
  /** Milliseconds until the window ends and the count begins again. */
  readonly resetMs: number;
}

/** Counts the points consumed under each key. An adapter rejects where its server fails; `guardedPointCounter` never rejects. */
export interface PointCounter {
  /** Consumes points, also where the limit is exceeded, and tells the count with them. */
  consume(key: string, points: number): Promise<PointCount>;
}

/** Makes the counter of one limit; the keys of two limits must differ. */
export type PointCounterFactory = (limit: RateLimit) => PointCounter;
