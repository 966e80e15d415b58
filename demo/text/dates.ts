import { formatInTimeZone } from 'date-fns-tz';

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** IANA name. */
  readonly timeZone: string;
}

const day = 86_400_000;
const halfAYear = 182 * day;
const nearDays = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/** A format of Slack's `<!date^…>` filled in; `undefined` if it names no moment, so that the fallback is shown. */
export function slackDate(seconds: string, format: string, clock: Clock): string | undefined {
  if (!/^-?\d{1,12}$/.test(seconds) || format === '') return undefined;
  const at = Number(seconds) * 1000;
  return format.replace(/\{(\w+)\}/g, (token, name: string, place: number) => {
    const said = tokenAt(name, at, clock) ?? token;
    return place === 0 ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  });
}

function tokenAt(name: string, at: number, clock: Clock): string | undefined {
  const write = (pattern: string) => formatInTimeZone(at, clock.timeZone, pattern);
  const year = Math.abs(at - clock.now()) < halfAYear ? '' : ', yyyy';
  switch (name) {
    case 'date_num':
      return write('yyyy-MM-dd');
    case 'date':
      return write(`MMMM do${year}`);
    case 'date_short':
      return write(`MMM d${year}`);
    case 'date_long':
      return write(`EEEE, MMMM do${year}`);
    case 'date_pretty':
    case 'date_short_pretty':
    case 'date_long_pretty':
      return nearDays.get(daysAway(at, clock)) ?? tokenAt(name.replace('_pretty', ''), at, clock);
    case 'time':
      return write('HH:mm');
    case 'time_secs':
      return write('HH:mm:ss');
    case 'ago':
      return ago(at - clock.now());
    default:
      return undefined;
  }
}

/** Days between the calendar's pages, not spans of 24 hours. */
function daysAway(at: number, { now, timeZone }: Clock): number {
  const page = (moment: number) => Date.parse(formatInTimeZone(moment, timeZone, 'yyyy-MM-dd'));
  return (page(at) - page(now())) / day;
}

function ago(ms: number): string {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const minutes = Math.round(ms / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? words.format(hours, 'hour') : words.format(Math.round(hours / 24), 'day');
}
