import type { Random } from '../random.ts';

/** Choices, each as likely as its weight among all. */
type Weighted<T> = readonly (readonly [weight: number, value: T])[];

export type Series = 'once' | 'weekly' | 'daily';

/** Days of the week, Monday first. */
export const STARTS_ON: Weighted<number> = [
  [19, 0],
  [20, 1],
  [20, 2],
  [20, 3],
  [18, 4],
  [2, 5],
  [1, 6],
];
/** Hours of the day. */
export const STARTS_AT: Weighted<number> = [
  [3, 8],
  [10, 9],
  [20, 10],
  [12, 11],
  [6, 13],
  [18, 14],
  [14, 15],
  [11, 16],
  [4, 17],
  [2, 19],
];
export const MINUTE_OF_START: Weighted<number> = [
  [60, 0],
  [30, 30],
  [5, 15],
  [5, 45],
];
export const MINUTES_LONG: Weighted<number> = [
  [35, 30],
  [10, 45],
  [40, 60],
  [10, 90],
  [5, 120],
];
export const CARDS: Weighted<number> = [
  [60, 1],
  [28, 2],
  [12, 3],
];
export const SERIES: Weighted<Series> = [
  [50, 'once'],
  [30, 'weekly'],
  [20, 'daily'],
];

export function weighted<T>(random: Random, choices: Weighted<T>): T {
  const [first, ...others] = choices;
  if (first === undefined) throw new RangeError('nothing to choose from');
  let left = random.below(choices.reduce((sum, [weight]) => sum + weight, 0)) - first[0];
  let chosen = first[1];
  for (const [weight, value] of others) {
    if (left < 0) break;
    chosen = value;
    left -= weight;
  }
  return chosen;
}
