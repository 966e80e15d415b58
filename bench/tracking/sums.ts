import { isWorkingHour } from './week.ts';

export interface ByHour {
  readonly total: number;
  /** The mean of the working hours. */
  readonly working: number;
  readonly peak: number;
  /** Which hour of the week that is. */
  readonly peakHour: number;
  readonly quietest: number;
}

export function byHour(hours: Float64Array): ByHour {
  const working = hours.filter((_, hour) => isWorkingHour(hour));
  const peak = Math.max(...hours);
  return {
    total: sum(hours),
    working: sum(working) / working.length,
    peak,
    peakHour: hours.indexOf(peak),
    quietest: Math.min(...hours),
  };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** The largest sum of so many values in a row, counted from a multiple of their number on. */
export function busiest(values: Float64Array, length: number): number {
  let best = 0;
  for (let at = 0; at < values.length; at += length)
    best = Math.max(best, sum(values.subarray(at, at + length)));
  return best;
}

/** Of counts by seconds, the seconds that so many per cent do not exceed; 0 where nothing was counted. */
export function waitOf(counts: Float64Array, percent: number): number {
  const wanted = (sum(counts) * percent) / 100;
  if (wanted === 0) return 0;
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen >= wanted;
  });
}
