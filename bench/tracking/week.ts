import { type UnixSeconds, unixSeconds } from '../../src/core/time.ts';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
export const HOURS = WEEK / HOUR;
export const MINUTES = WEEK / MINUTE;

/** Monday, 30 November 2026, midnight in Shanghai (UTC+8), where the simulated week begins. */
export const MONDAY = Date.UTC(2026, 10, 30) / 1000 - 8 * HOUR;

/** So long before the week cards are shared that it finds followed. */
export const RUN_UP = 5 * DAY;

const FIRST_WORKING_HOUR = 9;
const LAST_WORKING_HOUR = 18;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Monday to Friday, 9:00 to 18:00; hours are counted from the beginning of the week. */
export function isWorkingHour(hour: number): boolean {
  const ofDay = hour % 24;
  return hour < 5 * 24 && ofDay >= FIRST_WORKING_HOUR && ofDay < LAST_WORKING_HOUR;
}

/** Of a second, its place in the week; undefined outside of it. */
export function placeInWeek(second: number): number | undefined {
  const place = second - MONDAY;
  return place >= 0 && place < WEEK ? place : undefined;
}

export function hourName(hour: number): string {
  return `${NAMES[Math.floor(hour / 24)] ?? ''} ${hour % 24}:00`;
}

export function sure(seconds: number): UnixSeconds {
  const known = unixSeconds(seconds);
  if (known === undefined) throw new RangeError(`${seconds} is not a second`);
  return known;
}
