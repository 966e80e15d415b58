import { HOUR, HOURS, MINUTE, MINUTES, placeInWeek, WEEK } from './week.ts';

/** What is counted by the hour, in the order of the tables. */
export const COUNTED = [
  'checks',
  'meeting-questions',
  'list-questions',
  'idle-list-questions',
  'updates',
  'unfurls',
  'notes',
  'waits',
] as const;

export type Counted = (typeof COUNTED)[number];

/** How long a card waits in its lane counts by what brought it there. */
export const WAITED = ['urgent', 'live', 'other'] as const;
export type Waited = (typeof WAITED)[number];

const LONGEST_WAIT = 4 * HOUR;

/** Plain arrays, so that one thread can send them to another. */
export interface TallyData {
  readonly hours: Readonly<Record<Counted | 'followed' | 'cards', Float64Array>>;
  readonly checksBySecond: Float64Array;
  /** Questions about meetings and to the list of live meetings. */
  readonly questionsByMinute: Float64Array;
  /** Cards by the seconds that they waited. */
  readonly waits: Readonly<Record<Waited, Float64Array>>;
}

const hours = (): Float64Array => new Float64Array(HOURS);
const seconds = (): Float64Array => new Float64Array(LONGEST_WAIT);

function nothing(): TallyData {
  return {
    hours: {
      checks: hours(),
      'meeting-questions': hours(),
      'list-questions': hours(),
      'idle-list-questions': hours(),
      updates: hours(),
      unfurls: hours(),
      notes: hours(),
      waits: hours(),
      followed: hours(),
      cards: hours(),
    },
    checksBySecond: new Float64Array(WEEK),
    questionsByMinute: new Float64Array(MINUTES),
    waits: { urgent: seconds(), live: seconds(), other: seconds() },
  };
}

/** Counts what happens in the week, and nothing outside of it. Moments are seconds since 1970. */
export class Tally {
  readonly data = nothing();

  count(name: Counted, second: number): void {
    const place = placeInWeek(second);
    if (place === undefined) return;
    increase(this.data.hours[name], Math.floor(place / HOUR));
    if (name === 'checks') increase(this.data.checksBySecond, place);
    if (name === 'meeting-questions' || name === 'list-questions')
      increase(this.data.questionsByMinute, Math.floor(place / MINUTE));
  }

  waited(by: Waited, second: number, waited: number): void {
    if (placeInWeek(second) !== undefined)
      increase(this.data.waits[by], Math.min(LONGEST_WAIT - 1, Math.ceil(waited)));
  }

  /** How many meetings and cards are followed as an hour begins. */
  followed(second: number, meetings: number, cards: number): void {
    const place = placeInWeek(second);
    if (place === undefined) return;
    this.data.hours.followed[place / HOUR] = meetings;
    this.data.hours.cards[place / HOUR] = cards;
  }

  /** Adds what was counted in another workspace in the same week. */
  add(other: TallyData): void {
    for (const name of [...COUNTED, 'followed', 'cards'] as const)
      addTo(this.data.hours[name], other.hours[name]);
    addTo(this.data.checksBySecond, other.checksBySecond);
    addTo(this.data.questionsByMinute, other.questionsByMinute);
    for (const by of WAITED) addTo(this.data.waits[by], other.waits[by]);
  }
}

function increase(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function addTo(sums: Float64Array, added: Float64Array): void {
  for (const [nth, value] of added.entries()) if (value !== 0) sums[nth] = (sums[nth] ?? 0) + value;
}
