import type { Clock } from '../../src/core/time.ts';
import type { PointCount, PointCounterFactory } from '../../src/storage/point-counter.ts';

/** Counts points by a clock that need not be the machine's. */
export function pointCounters(clock: Clock): PointCounterFactory {
  return ({ seconds }) => {
    const windows = new Map<string, { consumed: number; readonly endsAt: number }>();
    return {
      async consume(key, points): Promise<PointCount> {
        const known = windows.get(key);
        const window =
          known !== undefined && clock() < known.endsAt
            ? known
            : { consumed: 0, endsAt: clock() + seconds * 1000 };
        window.consumed += points;
        windows.set(key, window);
        return { consumed: window.consumed, resetMs: window.endsAt - clock() };
      },
    };
  };
}
