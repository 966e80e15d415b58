import type { Meeting } from './meeting.ts';
import type { UnixSeconds } from './time.ts';

/** What a meeting is doing at a moment, worked out from its status and the clock. */
export type Phase = 'cancelled' | 'upcoming' | 'live' | 'ended';

/** The part of a meeting, or of a view of it, that decides its phase. */
export type Scheduled = Pick<Meeting, 'status' | 'start' | 'end'>;

/** A meeting without a known end counts as live for a day at most, or until the vendor says that it ended. */
const LONGEST_WITHOUT_END = 24 * 60 * 60;

/** The vendor's status (cancelled, ended) takes precedence over the clock. The moment of the end is not live any more. */
export function phaseAt(meeting: Scheduled, now: UnixSeconds): Phase {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'ended') return 'ended';
  if (now < meeting.start) return 'upcoming';
  return now < (meeting.end ?? meeting.start + LONGEST_WITHOUT_END) ? 'live' : 'ended';
}

const RANK: Record<Phase, number> = { live: 0, upcoming: 1, ended: 2, cancelled: 3 };

/**
 * Of several occurrences the one a person means: live, else the next, else the one that ended last, else the cancelled one nearest
 * to now. Undefined for an empty list.
 */
export function currentOccurrence<T extends Scheduled>(
  occurrences: readonly T[],
  now: UnixSeconds,
): T | undefined {
  const nearness = (meeting: T): number => Math.abs(meeting.start - now);
  return [...occurrences].sort(
    (a, b) => RANK[phaseAt(a, now)] - RANK[phaseAt(b, now)] || nearness(a) - nearness(b),
  )[0];
}
