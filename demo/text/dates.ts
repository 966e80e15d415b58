import { formatInTimeZone } from 'date-fns-tz';

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** IANA name. */
  readonly timeZone: string;
  /** The reader's language; default: English. `date_long` and `date` are English for all. */
  readonly locale?: string | undefined;
}

const day = 86_400_000;
const halfAYear = 182 * day;

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
  const isNear = Math.abs(at - clock.now()) < halfAYear;
  const year = isNear ? '' : ', yyyy';
  switch (name) {
    case 'date_num':
      return write('yyyy-MM-dd');
    case 'date':
      return write(`MMMM do${year}`);
    case 'date_short':
      return shortDate(at, clock, isNear);
    case 'date_long':
      return write(`EEEE, MMMM do${year}`);
    case 'date_pretty':
    case 'date_short_pretty':
    case 'date_long_pretty':
      return nearDay(daysAway(at, clock), clock) ?? tokenAt(name.replace('_pretty', ''), at, clock);
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

function shortDate(at: number, { timeZone, locale = 'en' }: Clock, isNear: boolean): string {
  const year = isNear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric', ...year }).format(at);
}

function nearDay(days: number, { locale = 'en' }: Clock): string | undefined {
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
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
