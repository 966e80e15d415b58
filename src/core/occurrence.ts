import type { Meeting } from './meeting.ts';
import { byStart, hasStart, type KnownTimes } from './schedule.ts';
import type { UnixSeconds } from './time.ts';

/** An occurrence of a meeting, by its start and those of its neighbours when it was last seen; without a start it has no neighbours. */
export interface Occurrence {
  readonly start: UnixSeconds | undefined;
  readonly previous: UnixSeconds | undefined;
  readonly next: UnixSeconds | undefined;
}

/** `missing`: the series goes on without it, which is how the vendor may cancel a single occurrence (docs/conference-endpoint.md). */
export type FoundOccurrence =
  | { readonly kind: 'found'; readonly meeting: Meeting }
  | { readonly kind: 'missing'; readonly series: Meeting };

/**
 * An occurrence among those that the vendor gives now. Occurrences have no id: the one with the same start is it, else the nearest
 * between its former neighbours, to which it was moved. A meeting of one occurrence is always it.
 */
export function findOccurrence(
  occurrences: readonly [Meeting, ...Meeting[]],
  { start, previous, next }: Occurrence,
): FoundOccurrence {
  const [first, ...others] = occurrences;
  const same = occurrences.find((meeting) => meeting.start === start);
  if (same !== undefined) return { kind: 'found', meeting: same };
  if (others.length === 0 && !first.recurring) return { kind: 'found', meeting: first };
  const distance = (other: UnixSeconds): number => (start === undefined ? other : Math.abs(other - start));
  const [moved] = occurrences
    .filter(hasStart)
    .filter((meeting) => meeting.start > (previous ?? 0) && (next === undefined || meeting.start < next))
    .sort((one, other) => distance(one.start) - distance(other.start));
  return moved === undefined ? { kind: 'missing', series: first } : { kind: 'found', meeting: moved };
}

/** The occurrence that a meeting is among those of its series. */
export function occurrenceOf<T extends Pick<Meeting, 'start'>>(
  { start }: T,
  series: readonly Meeting[],
): Occurrence & Pick<T, 'start'> {
  const starts = series.filter(hasStart).sort(byStart);
  return {
    start,
    previous: starts.findLast((one) => start !== undefined && one.start < start)?.start,
    next: starts.find((one) => start !== undefined && one.start > start)?.start,
  };
}

/** The occurrence that comes next after a moment, cancelled ones left out. */
export function nextOccurrence(
  series: readonly Meeting[],
  after: UnixSeconds,
): (Meeting & KnownTimes) | undefined {
  const coming = series.filter(hasStart).filter(({ start, status }) => start > after && status === 'created');
  return coming.sort(byStart)[0];
}
