import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';

/** Dates and times of one zone in one language. */
export interface ZonedTime {
  /** "Tue, Dec 31, 2030" */
  date(instant: UnixSeconds): string;
  /** "10:30", 24 hours */
  time(instant: UnixSeconds): string;
  /** "Shanghai (GMT+8)": the zone and its offset at that instant */
  zone(instant: UnixSeconds): string;
  isSameDay(one: UnixSeconds, other: UnixSeconds): boolean;
}

const LOCALES_STORED = 10;
const ZONES_STORED = 200;
const INSTANTS_STORED = 500;

const formatters = boundedMemo(LOCALES_STORED, (locale: string) =>
  boundedMemo(ZONES_STORED, (zone: ZoneName) => build(locale, zone)),
);

/** Formatters are stored per zone and language: to build an `Intl` formatter costs about forty times as much as to use it. */
export function zonedTime(locale: string, zone: ZoneName): ZonedTime {
  return formatters(locale)(zone);
}

function build(locale: string, zone: ZoneName): ZonedTime {
  const inZone = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const date = inZone({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });
  const time = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const offset = inZone({ timeZoneName: 'shortOffset' });
  const name = inZone({ timeZoneName: 'longGeneric' });
  const part = (format: Intl.DateTimeFormat, instant: UnixSeconds): string =>
    format.formatToParts(instant * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const dateOf = memoized((instant) => date.format(instant * 1000));
  return {
    date: dateOf,
    time: memoized((instant) => time.format(instant * 1000)),
    zone: memoized(
      (instant) => `${locale.startsWith('zh') ? part(name, instant) : city} (${part(offset, instant)})`,
    ),
    isSameDay: (one, other) => dateOf(one) === dateOf(other),
  };
}

/** A card names the same instants again and again, and many people look up one meeting. */
function memoized(format: (instant: UnixSeconds) => string): (instant: UnixSeconds) => string {
  return boundedMemo(INSTANTS_STORED, format);
}
