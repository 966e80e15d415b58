import { addDays } from 'date-fns';
import { fromZonedTime, toZonedTime } from 'date-fns-tz';
import { type UnixSeconds, unixSeconds, type ZoneName } from './time.ts';

/** From the first second of the day that `now` is in, in a zone, to the first second so many days later; summer time counts. */
export function daysFrom(
  now: UnixSeconds,
  zone: ZoneName,
  days: number,
): { from: UnixSeconds; to: UnixSeconds } {
  const local = toZonedTime(now * 1000, zone);
  local.setHours(0, 0, 0, 0);
  const instant = (date: Date): UnixSeconds => unixSeconds(fromZonedTime(date, zone).getTime() / 1000) ?? now;
  return { from: instant(local), to: instant(addDays(local, days)) };
}
