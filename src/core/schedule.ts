import type { Meeting } from './meeting.ts';
import type { UnixSeconds } from './time.ts';

/** What a meeting is doing at a moment, worked out from its status and the clock. */
export type Phase = 'cancelled' | 'upcoming' | 'live' | 'ended';

/** The part of a meeting, or of a view of it, that decides its phase. */
export type Scheduled = Pick<Meeting, 'status' | 'start' | 'end'>;

/** When a meeting takes place, or took place before it was moved; the start may not be given. */
export type Times = Pick<Meeting, 'start' | 'end' | 'zone'>;

/** Times with a start. */
export type KnownTimes = Times & { readonly start: UnixSeconds };

/** Something with a start that may not be given. */
interface MaybeStarting {
  readonly start: UnixSeconds | undefined;
}

export function hasStart<T extends MaybeStarting>(one: T): one is T & { readonly start: UnixSeconds } {
  return one.start !== undefined;
}

/** For sorting by the start, earliest first; what has no start comes last. */
export function byStart(one: MaybeStarting, other: MaybeStarting): number {
  if (one.start === other.start) return 0;
  if (one.start === undefined) return 1;
  return other.start === undefined ? -1 : one.start - other.start;
}

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
 * Without `running` the clock alone decides. The moment of the end is not live any more. A meeting whose start is not given counts as upcoming as
 * long as nothing says otherwise.
 */
export function phaseAt(meeting: Scheduled, now: UnixSeconds, { running }: Progress = {}): Phase {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'ended') return 'ended';
  if (running !== undefined) return 'live';
  if (meeting.start === undefined || now < meeting.start) return 'upcoming';
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
  const nearness = ({ start }: T): number => (start === undefined ? Number.MAX_VALUE : Math.abs(start - now));
  return [...occurrences].sort(
    (a, b) => RANK[phaseAt(a, now)] - RANK[phaseAt(b, now)] || nearness(a) - nearness(b),
  )[0];
}
