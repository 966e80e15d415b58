import type { Meeting } from './meeting.ts';
import type { UnixSeconds } from './time.ts';

/** What a meeting is doing at a moment, worked out from its status and the clock. */
export type Phase = 'cancelled' | 'upcoming' | 'live' | 'ended';

/** The part of a meeting, or of a view of it, that decides its phase. */
export type Scheduled = Pick<Meeting, 'status' | 'start' | 'end'>;

/** When a meeting takes place, or took place before it was moved. */
export type Times = Pick<Meeting, 'start' | 'end' | 'zone'>;

/** That a meeting runs, as the vendor's list of live meetings says. */
export interface Running {
  /** How many people are in it, where the vendor tells. */
  readonly attendeeCount: number | undefined;
}

/** What is known of a meeting besides its own data. */
export interface Progress {
  readonly running?: Running | undefined;
  /** When it was seen to have ended, if that is not its planned end. */
  readonly endedAt?: UnixSeconds | undefined;
  /** The next occurrence of a recurring meeting. */
  readonly next?: Times | undefined;
}

/** A meeting without a known end counts as live for a day at most, or until the vendor says that it ended. */
const LONGEST_WITHOUT_END = 24 * 60 * 60;

/**
 * The vendor's status (cancelled, ended) takes precedence over `running`, and that over the clock: a meeting may begin early or last longer.
 * Without `running` the clock alone decides. The moment of the end is not live any more.
 */
export function phaseAt(meeting: Scheduled, now: UnixSeconds, { running }: Progress = {}): Phase {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'ended') return 'ended';
  if (running !== undefined) return 'live';
  if (now < meeting.start) return 'upcoming';
  return now < (meeting.end ?? meeting.start + LONGEST_WITHOUT_END) ? 'live' : 'ended';
}

/** Whether nothing of the meeting is to come. */
export function isOver(phase: Phase): boolean {
  return phase === 'ended' || phase === 'cancelled';
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
