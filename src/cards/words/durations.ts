import type { Locale } from '../../core/locale.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

type Unit = 'minute' | 'hour' | 'day';

/** How a language writes "1 hr 5 min": the separator between the two, and short or long units ("hr", "hour"). */
export interface DurationStyle {
  readonly separator: string;
  readonly unitDisplay: 'short' | 'long';
}

/**
 * "24 min", "1 hr 5 min", "3 days" in one language. Takes seconds and rounds them up to whole minutes; from a day on, down to whole hours; from
 * a week on, down to whole days.
 */
export function durationFormat(
  locale: Locale,
  { separator, unitDisplay }: DurationStyle,
): (seconds: number) => string {
  const unit = (name: Unit, display: 'short' | 'long'): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: display });
  const minutes = unit('minute', unitDisplay);
  const hours = unit('hour', unitDisplay);
  const days = unit('day', 'long');
  return (seconds) => {
    if (seconds >= 7 * DAY) return days.format(Math.floor(seconds / DAY));
    if (seconds >= DAY) {
      const left = Math.floor((seconds % DAY) / HOUR);
      const whole = days.format(Math.floor(seconds / DAY));
      return left === 0 ? whole : `${whole}${separator}${hours.format(left)}`;
    }
    const whole = Math.max(1, Math.ceil(seconds / MINUTE));
    const hour = Math.floor(whole / 60);
    const minute = whole % 60;
    if (hour === 0) return minutes.format(minute);
    return minute === 0 ? hours.format(hour) : `${hours.format(hour)}${separator}${minutes.format(minute)}`;
  };
}

/** "2 hours ago", "3 days ago", "2 years ago" in one language; seconds, positive. */
export function agoFormat(locale: Locale): (seconds: number) => string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return (seconds) => {
    if (seconds >= YEAR) return relative.format(-Math.floor(seconds / YEAR), 'year');
    if (seconds >= 2 * MONTH) return relative.format(-Math.floor(seconds / MONTH), 'month');
    if (seconds >= 2 * DAY) return relative.format(-Math.floor(seconds / DAY), 'day');
    if (seconds >= HOUR) return relative.format(-Math.floor(seconds / HOUR), 'hour');
    return relative.format(-Math.max(1, Math.floor(seconds / MINUTE)), 'minute');
  };
}
