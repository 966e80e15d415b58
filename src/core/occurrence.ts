import type { Meeting } from './meeting.ts';
import type { UnixSeconds } from './time.ts';

/** An occurrence of a meeting, by its start and those of its neighbours when it was last seen. */
export interface Occurrence {
  readonly start: UnixSeconds;
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
  const [moved] = occurrences
    .filter((meeting) => meeting.start > (previous ?? 0) && (next === undefined || meeting.start < next))
    .sort((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start));
  return moved === undefined ? { kind: 'missing', series: first } : { kind: 'found', meeting: moved };
}

/** The occurrence that a meeting is among those of its series. */
export function occurrenceOf({ start }: Meeting, series: readonly Meeting[]): Occurrence {
  const starts = series.map((meeting) => meeting.start).sort((one, other) => one - other);
  return {
    start,
    previous: starts.findLast((one) => one < start),
    next: starts.find((one) => one > start),
  };
}

/** The occurrence that comes next after a moment, cancelled ones left out. */
export function nextOccurrence(series: readonly Meeting[], after: UnixSeconds): Meeting | undefined {
  const coming = series.filter(({ start, status }) => start > after && status === 'created');
  return [...coming].sort((one, other) => one.start - other.start)[0];
}
