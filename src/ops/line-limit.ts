import type { Clock } from '../core/time.ts';

const MINUTE_MS = 60_000;

/** A line that may be written, and how many of its kind were left out before it. */
export interface AllowedLine {
  readonly suppressed: number;
}

/**
 * Lets so many lines of a kind through in a minute, which begins with its first line; undefined for those above. The first line of a later
 * minute says how many were left out. Kinds are words of this program, so there are few.
 */
export function lineLimit(perMinute: number, clock: Clock): (kind: string) => AllowedLine | undefined {
  const minutes = new Map<string, { readonly beganMs: number; lines: number }>();
  return (kind) => {
    const now = clock();
    const minute = minutes.get(kind);
    if (minute !== undefined && now - minute.beganMs < MINUTE_MS) {
      minute.lines += 1;
      return minute.lines > perMinute ? undefined : { suppressed: 0 };
    }
    minutes.set(kind, { beganMs: now, lines: 1 });
    return { suppressed: Math.max(0, (minute?.lines ?? 0) - perMinute) };
  };
}
