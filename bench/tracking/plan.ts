import type { Random } from '../random.ts';
import {
  CARDS,
  MINUTE_OF_START,
  MINUTES_LONG,
  SERIES,
  type Series,
  STARTS_AT,
  STARTS_ON,
  weighted,
} from './mix.ts';
import { DAY, HOUR, MINUTE, MONDAY, WEEK } from './week.ts';

export type PlannedChange =
  | { readonly kind: 'moved'; readonly at: number; readonly start: number; readonly end: number }
  | { readonly kind: 'cancelled' | 'renamed' | 'room' | 'host'; readonly at: number };

export interface PlannedCard {
  /** The second in which it is shared. */
  readonly at: number;
  readonly kind: 'message' | 'unfurl';
  /** Of the workspace's channels. */
  readonly channel: number;
}

/** An occurrence as it was planned, and what happens to it. Times are seconds since 1970. */
export interface PlannedOccurrence {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly PlannedChange[];
  readonly cards: readonly PlannedCard[];
  /** Undefined where it is cancelled: nobody comes. */
  readonly run: PlannedRun | undefined;
}

/** When a meeting really runs. */
export interface PlannedRun {
  readonly from: number;
  readonly until: number;
  /** When each person comes. */
  readonly joins: readonly number[];
  readonly leaves: readonly number[];
}

export interface PlannedMeeting {
  readonly recurring: boolean;
  readonly occurrences: readonly PlannedOccurrence[];
}

const WORKING_DAYS = [0, 1, 2, 3, 4];
const CHANNELS_PER_MEETING = 0.2;

/** Of a hundred occurrences. */
const MOVED = 4;
const CANCELLED = 3;
const RENAMED = 3;
const OTHER_ROOM = 4;
const OTHER_HOST = 1;

/**
 * So many meetings with cards in the week, and as many in the next week, of which some are shared already. Recurring ones are the same
 * in both.
 */
export function planWorkspace(random: Random, meetings: number): readonly PlannedMeeting[] {
  const channels = Math.max(3, Math.ceil(meetings * CHANNELS_PER_MEETING));
  return Array.from({ length: meetings }, () => planMeetings(random, channels)).flat();
}

function planMeetings(random: Random, channels: number): readonly PlannedMeeting[] {
  const series = weighted(random, SERIES);
  const time = timeOfDay(random);
  const seconds = weighted(random, MINUTES_LONG) * MINUTE;
  const day = weighted(random, STARTS_ON);
  const days = series === 'daily' ? WORKING_DAYS : [day];
  const weeks = [0, 1].map((week) =>
    days.map((one) =>
      planOccurrence(random, { start: MONDAY + week * WEEK + one * DAY + time, seconds, channels, series }),
    ),
  );
  return series === 'once'
    ? weeks.map((occurrences) => ({ recurring: false, occurrences }))
    : [{ recurring: true, occurrences: weeks.flat() }];
}

const timeOfDay = (random: Random): number =>
  weighted(random, STARTS_AT) * HOUR + weighted(random, MINUTE_OF_START) * MINUTE;

interface OccurrenceOptions {
  readonly start: number;
  readonly seconds: number;
  readonly channels: number;
  readonly series: Series;
}

function planOccurrence(
  random: Random,
  { start, seconds, channels, series }: OccurrenceOptions,
): PlannedOccurrence {
  const end = start + seconds;
  const shared = Array.from({ length: weighted(random, CARDS) }, () => sharedAt(random, start, series));
  const first = Math.min(...shared);
  const changes = planChanges(random, first, { start, end, isDaily: series === 'daily' });
  const cancelled = changes.find(({ kind }) => kind === 'cancelled');
  const moved = changes.find((change) => change.kind === 'moved');
  const cards = shared
    .filter((at) => at < (cancelled?.at ?? Number.POSITIVE_INFINITY) && at < (moved?.end ?? end))
    .map(
      (at): PlannedCard => ({
        at,
        kind: random.below(2) === 0 ? 'message' : 'unfurl',
        channel: random.below(channels),
      }),
    );
  const run = planRun(random, moved?.start ?? start, moved?.end ?? end);
  return { start, end, changes, cards, run: cancelled === undefined ? run : undefined };
}

/** At the last moment, on the same day, on the day before, or days before. Cards of daily meetings are shared on their day. */
function sharedAt(random: Random, start: number, series: Series): number {
  const morning = start - ((start - MONDAY) % DAY) + 8 * HOUR;
  const chance = series === 'daily' ? random.below(50) : random.below(100);
  if (chance < 15) return start - 10 * MINUTE + random.below(20 * MINUTE);
  if (chance < 50) return Math.max(morning - HOUR, start - 15 * MINUTE - random.below(4 * HOUR));
  const days = chance < 80 ? 1 : 2 + random.below(3);
  return morning - days * DAY + HOUR + random.below(9 * HOUR);
}

function planChanges(
  random: Random,
  first: number,
  { start, end, isDaily }: { readonly start: number; readonly end: number; readonly isDaily: boolean },
): readonly PlannedChange[] {
  const changes: PlannedChange[] = [];
  const at = (): number => first + random.below(Math.max(MINUTE, start - first));
  const happens = (percent: number): boolean => random.below(100) < percent;
  if (happens(CANCELLED)) changes.push({ kind: 'cancelled', at: at() });
  else if (happens(MOVED)) {
    const by = isDaily ? HOUR : random.pick([HOUR, 2 * HOUR, DAY, -HOUR]);
    changes.push({ kind: 'moved', at: at(), start: start + by, end: end + by });
  }
  if (happens(RENAMED)) changes.push({ kind: 'renamed', at: at() });
  if (happens(OTHER_ROOM)) changes.push({ kind: 'room', at: at() });
  if (happens(OTHER_HOST)) changes.push({ kind: 'host', at: at() });
  return changes;
}

/** Most people come within minutes of the start; of ten meetings three end early and two run over. */
function planRun(random: Random, start: number, end: number): PlannedRun {
  const chance = random.below(10);
  const early = chance < 3 ? -random.below(10 * MINUTE) : 0;
  const over = chance >= 8 ? random.below(15 * MINUTE) : 0;
  const until = end + early + over;
  const people = Array.from({ length: 3 + random.below(10) }, () => ({
    joins: start - 5 * MINUTE + random.below(random.below(4) === 0 ? 25 * MINUTE : 10 * MINUTE),
    leaves: until - (random.below(5) === 0 ? random.below(20 * MINUTE) : 0),
  }));
  const joins = people.map((one) => one.joins);
  return { from: Math.min(...joins), until, joins, leaves: people.map((one) => one.leaves) };
}
