import { RateLimiterMemory } from 'rate-limiter-flexible';
import { flexiblePointCounter } from '../flexible-point-counter.ts';
import type { PointCounterFactory } from '../point-counter.ts';

/** Counts in this process alone. */
export const memoryPointCounter: PointCounterFactory = ({ points, seconds }) =>
  flexiblePointCounter(new RateLimiterMemory({ points, duration: seconds }));
