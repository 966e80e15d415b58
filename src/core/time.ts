import { boundedMemo } from '../lib/bounded-memo.ts';
import type { Brand } from './brand.ts';

/** Whole seconds since 1970-01-01 UTC, positive and of at most eleven digits (into the year 5138). */
export type UnixSeconds = Brand<number, 'UnixSeconds'>;

/** An IANA time zone that this Node's ICU data knows. */
export type ZoneName = Brand<string, 'ZoneName'>;

/** Milliseconds since 1970, as `Date.now`. */
export type Clock = () => number;

const TWELVE_DIGITS = 100_000_000_000;

function isUnixSeconds(value: number): value is UnixSeconds {
  return Number.isInteger(value) && value > 0 && value < TWELVE_DIGITS;
}

/** Seconds from a number; fractions, zero, negatives and what is later are none. */
export function unixSeconds(value: number): UnixSeconds | undefined {
  return isUnixSeconds(value) ? value : undefined;
}

/** The second that the clock is in; throws when a clock is set outside 1970–5138, which no wall clock is. */
export function secondsOf(clock: Clock): UnixSeconds {
  const seconds = unixSeconds(Math.floor(clock() / 1000));
  if (seconds === undefined) throw new RangeError('the clock is outside the years 1970 to 5138');
  return seconds;
}

const ZONES_STORED = 1000;
const ZONE_FORM = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/;

/** Building an `Intl` formatter to test a zone is expensive, and the same few zones come again and again. */
const isKnownToIntl = boundedMemo(ZONES_STORED, (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
});

function isZoneName(name: string): name is ZoneName {
  return ZONE_FORM.test(name) && isKnownToIntl(name);
}

/** Accepts what `Intl` accepts as a zone name; bare offsets such as `+08:00` are none. */
export function zoneName(name: string): ZoneName | undefined {
  return isZoneName(name) ? name : undefined;
}
