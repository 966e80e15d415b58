import type { UnixSeconds, ZoneName } from '../core/time.ts';

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

const kept = new Map<string, ZonedTime>();
const FORMATTERS_KEPT = 200;
const INSTANTS_KEPT = 500;

/** Kept per zone and language: building an `Intl` formatter costs forty times what using one does (perf.md, "Formatting a time"). */
export function zonedTime(locale: string, zone: ZoneName): ZonedTime {
  const key = `${locale} ${zone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = build(locale, zone);
  if (kept.size >= FORMATTERS_KEPT) kept.clear();
  kept.set(key, made);
  return made;
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
  const dateOf = remembering((instant) => date.format(instant * 1000));
  return {
    date: dateOf,
    time: remembering((instant) => time.format(instant * 1000)),
    zone: remembering(
      (instant) => `${locale.startsWith('zh') ? part(name, instant) : city} (${part(offset, instant)})`,
    ),
    isSameDay: (one, other) => dateOf(one) === dateOf(other),
  };
}

/** A card names the same instants again and again, and many people ask for one meeting. */
function remembering(format: (instant: UnixSeconds) => string): (instant: UnixSeconds) => string {
  const known = new Map<UnixSeconds, string>();
  return (instant) => {
    const before = known.get(instant);
    if (before !== undefined) return before;
    if (known.size >= INSTANTS_KEPT) known.clear();
    const text = format(instant);
    known.set(instant, text);
    return text;
  };
}
