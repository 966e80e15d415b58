import type { Clock } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import type { WriteBehind } from '../lib/write-behind.ts';
import type { PointCounter, PointCounterFactory, RateLimit } from './point-counter.ts';

/** Whole seconds until a point can be consumed again; 0: now. */
export type WaitSeconds = number;

export interface RateLimiter {
  /** Consumes a point. Where none is left it tells the wait. */
  consume(key: string): Promise<WaitSeconds>;
  /** Consumes `points` more, also where none are left. */
  penalize(key: string, points: number): void;
}

/** The limiter of one limit, the same for whoever asks for the same; the keys of two limits, and of two tenants, must differ. */
export type RateLimiterFactory = (limit: RateLimit) => RateLimiter;

/** What this process last knew of one key. */
interface Window {
  /** By all processes, as far as it is known here. */
  consumed: number;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

const WINDOWS_MAX = 10_000;

/**
 * Limiters that decide from what this process last knew and count behind the answer: only the first point of a window waits for the
 * counter. So several processes together may exceed a limit by what they let through in a tenth of a second.
 */
export function rateLimiters(
  counterOf: PointCounterFactory,
  behind: WriteBehind,
  clock: Clock,
): RateLimiterFactory {
  const made = new Map<string, RateLimiter>();
  return (limit) => {
    const name = `${limit.points}/${limit.seconds}`;
    const known = made.get(name) ?? rateLimiter(counterOf(limit), limit.points, behind, clock);
    made.set(name, known);
    return known;
  };
}

function rateLimiter(counter: PointCounter, limit: number, behind: WriteBehind, clock: Clock): RateLimiter {
  const windows = growingLru<string, Window>(WINDOWS_MAX);
  const uncounted = new Map<string, number>();

  /** What the counter does not know yet is added to what it says. Of a result that comes too late this counts some points twice, until the next. */
  async function count(key: string, points: number): Promise<Window> {
    const { consumed, resetMs } = await counter.consume(key, points);
    const window = { consumed: consumed + (uncounted.get(key) ?? 0), endsAt: clock() + resetMs };
    windows.set(key, window);
    return window;
  }

  async function countBehind(key: string): Promise<void> {
    const points = uncounted.get(key) ?? 0;
    uncounted.delete(key);
    await count(key, points);
  }

  function add(key: string, points: number): void {
    const window = windows.get(key);
    if (window !== undefined) window.consumed += points;
    uncounted.set(key, (uncounted.get(key) ?? 0) + points);
    behind.schedule(key, () => countBehind(key));
  }

  return {
    async consume(key) {
      const window = windows.get(key);
      if (window === undefined || clock() >= window.endsAt) {
        const first = await count(key, 1);
        return first.consumed > limit ? waitFor(first) : 0;
      }
      if (window.consumed >= limit) return waitFor(window);
      add(key, 1);
      return 0;
    },
    penalize: add,
  };

  function waitFor({ endsAt }: Window): WaitSeconds {
    return Math.max(1, Math.ceil((endsAt - clock()) / 1000));
  }
}
