import type { LiveMeetings } from '../conference/live-meetings.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import { mayHaveBegun, runningOf } from '../conference/running.ts';
import { type TrackedMeeting, trackedMeeting } from '../core/changes.ts';
import type { EventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import { findOccurrence, nextOccurrence, occurrenceOf } from '../core/occurrence.ts';
import { type Progress, phaseAt, type Running } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { TrackedOccurrence } from './tracked-card.ts';

/** An occurrence as it is now, with what its card needs. */
export interface Observed {
  readonly meeting: Meeting;
  readonly progress: Progress;
  readonly seen: TrackedMeeting;
  /** What is remembered of it from now on. */
  readonly remembered: TrackedOccurrence;
}

/** An occurrence that cards follow, seen now. `running`: what the vendor says about it. */
export function observe(
  known: TrackedOccurrence,
  { meeting: current, occurrences }: FoundMeeting,
  running: Running | undefined,
  now: UnixSeconds,
): Observed {
  const series: readonly [Meeting, ...Meeting[]] = [current, ...occurrences.filter((one) => one !== current)];
  const found = findOccurrence(series, known.at);
  const meeting = found.kind === 'found' ? found.meeting : withoutIts(found.series, known, now);
  const at = found.kind === 'found' ? occurrenceOf(meeting, occurrences) : known.at;
  const isEnded = phaseAt(meeting, now, { running }) === 'ended';
  const endedAt = isEnded ? (known.endedAt ?? unplannedEnd(meeting, known, now)) : undefined;
  const { start } = meeting;
  const next = meeting.recurring && start !== undefined ? nextOccurrence(occurrences, start) : undefined;
  const progress = { running, endedAt, next: next && { start: next.start, end: next.end, zone: next.zone } };
  const seen = trackedMeeting(meeting, now, progress);
  return {
    meeting,
    progress,
    seen,
    remembered: { ...known, at, last: seen, endedAt, running, missing: undefined },
  };
}

/** An occurrence that the series goes on without: cancelled, or left out since it has passed. */
function withoutIts(series: Meeting, { last }: TrackedOccurrence, now: UnixSeconds): Meeting {
  const { start, end, zone, title, phase } = last;
  const isCancelled = phase === 'cancelled' || start === undefined || now < start;
  return { ...series, start, end, zone, title, status: isCancelled ? 'cancelled' : 'created' };
}

/** Now, where it ended before its planned end or ran over it; undefined where it ended as planned. */
function unplannedEnd(
  { end, status }: Meeting,
  { last, running }: TrackedOccurrence,
  now: UnixSeconds,
): UnixSeconds | undefined {
  if (last.phase !== 'live') return undefined;
  const endedEarly = status === 'ended' && (end === undefined || now < end);
  const ranOver = running !== undefined && end !== undefined && now > end;
  return endedEarly || ranOver ? now : undefined;
}

/** What the list of live meetings says of an occurrence; undefined: nothing, so the clock decides. */
export const runningNow = (
  live: LiveMeetings,
  event: EventId,
  { at, last }: TrackedOccurrence,
  now: UnixSeconds,
): Running | undefined => runningOf(live, event, { start: last.start, next: at.next }, now);

/** Whether the list of live meetings may say something of an occurrence. */
export function mayRun({ last }: TrackedOccurrence, now: UnixSeconds): boolean {
  return last.phase !== 'cancelled' && mayHaveBegun(last.start, now);
}
