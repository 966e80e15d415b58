import type { EventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import { occurrenceOf } from '../core/occurrence.ts';
import type { Running } from '../core/schedule.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { FindLive, LiveMeetings } from './live-meetings.ts';
import type { FoundMeeting } from './lookup.ts';

/** A meeting counts as begun early by so much: the list of live meetings does not say which occurrence of a series runs. */
const EARLY_SECONDS = 30 * 60;

/** A meeting may last longer by so much that the list is read for it. One without a known end lasts a day at most (`phaseAt`). */
const LATE_SECONDS = 60 * 60;
const LONGEST_WITHOUT_END = 24 * 60 * 60;

/** When an occurrence starts, and the next one of its series. */
export interface Starts {
  /** Undefined where it is not given: the occurrence may run at any time. */
  readonly start: UnixSeconds | undefined;
  readonly next: UnixSeconds | undefined;
}

/** Whether an occurrence that starts then may run already. */
export const mayHaveBegun = (start: UnixSeconds | undefined, now: UnixSeconds): boolean =>
  start === undefined || now >= start - EARLY_SECONDS;

/** What the list of live meetings says of an occurrence; undefined: nothing, so the clock decides. */
export function runningOf(
  live: LiveMeetings,
  eventId: EventId,
  { start, next }: Starts,
  now: UnixSeconds,
): Running | undefined {
  if (live.kind !== 'found' || !live.attendeeCounts.has(eventId)) return undefined;
  const isNextOne = next !== undefined && mayHaveBegun(next, now);
  const hasBegun = mayHaveBegun(start, now) && !isNextOne;
  return hasBegun ? { attendeeCount: live.attendeeCounts.get(eventId) } : undefined;
}

/**
 * The list of live meetings as far as it is there in so many milliseconds, for the card of a meeting that may run; `unknown` otherwise. What
 * comes later is in the cache for the next card. Never rejects.
 */
export type FindLiveFor = (found: FoundMeeting, waitMs: number) => Promise<LiveMeetings>;

const UNKNOWN: LiveMeetings = { kind: 'unknown' };

export function liveFor(findLive: FindLive, clock: Clock): FindLiveFor {
  return async ({ meeting }, waitMs) =>
    mayRun(meeting, secondsOf(clock)) ? ((await withTimeout(waitMs, findLive())) ?? UNKNOWN) : UNKNOWN;
}

/** What a list says of the occurrence that was found. */
export function runningFound(
  live: LiveMeetings,
  { meeting, occurrences }: FoundMeeting,
  now: UnixSeconds,
): Running | undefined {
  const { start, next } = occurrenceOf(meeting, occurrences);
  return runningOf(live, meeting.eventId, { start, next }, now);
}

function mayRun({ status, start, end }: Meeting, now: UnixSeconds): boolean {
  if (status !== 'created' || !mayHaveBegun(start, now)) return false;
  if (start === undefined) return true;
  return now < (end === undefined ? start + LONGEST_WITHOUT_END : end + LATE_SECONDS);
}
