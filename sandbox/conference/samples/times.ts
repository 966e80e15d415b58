import { formatInTimeZone, fromZonedTime } from 'date-fns-tz';
import type { WireRecord } from '../wire.ts';

const day = 86_400_000;

/** The zone of every sample meeting that names no other. */
export const shanghai = 'Asia/Shanghai';

/** The moment, in Unix seconds, at which clocks in a zone show `time` (`HH:mm`), so many days after today there. */
export function clockTime(nowMs: number, days: number, time: string, zone = shanghai): number {
  const date = formatInTimeZone(nowMs + days * day, zone, 'yyyy-MM-dd');
  return fromZonedTime(`${date}T${time}:00`, zone).getTime() / 1000;
}

/** The moment so many minutes from now, in Unix seconds, at the start of a minute. */
export function minutesFrom(nowMs: number, minutes: number): number {
  return (Math.floor(nowMs / 60_000) + minutes) * 60;
}

/** A meeting's fields of time: it was made a week before it starts and changed a day later. */
export function lasting(startTime: number, minutes: number): WireRecord {
  return {
    startTime,
    endTime: startTime + minutes * 60,
    length: minutes,
    CreateTime: startTime - 604_801,
    modifyTime: startTime - 518_399,
  };
}
