import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';
import type { Words } from './words/words.ts';

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

const LANGUAGES_MAX = 10;
const ZONES_MAX = 200;
const INSTANTS_MAX = 500;

/** The language of the texts, and how it names a zone. */
export type ZonedTimeStyle = Pick<Words, 'locale' | 'zoneStyle'>;

const formats = boundedMemo(LANGUAGES_MAX, (style: ZonedTimeStyle) =>
  boundedMemo(ZONES_MAX, (zone: ZoneName) => build(style, zone)),
);

/** Built once per language and zone: building an `Intl` formatter takes forty times as long as using one. */
export function zonedTime(style: ZonedTimeStyle, zone: ZoneName): ZonedTime {
  return formats(style)(zone);
}

function build({ locale, zoneStyle }: ZonedTimeStyle, zone: ZoneName): ZonedTime {
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
      (instant) => `${zoneStyle === 'city' ? city : part(name, instant)} (${part(offset, instant)})`,
    ),
    isSameDay: (one, other) => dateOf(one) === dateOf(other),
  };
}

/** Each instant is formatted once: a card names the same instants several times, and many people ask for one meeting. */
function memoized(format: (instant: UnixSeconds) => string): (instant: UnixSeconds) => string {
  return boundedMemo(INSTANTS_MAX, format);
}
