import type { WebLink } from './ids.ts';
import type { Approval, Meeting } from './meeting.ts';
import { type KnownTimes, type Phase, type Progress, phaseAt, type Times } from './schedule.ts';
import type { UnixSeconds } from './time.ts';

/** `gone`: the vendor does not know the meeting any more, though its time is not over. */
export type TrackedPhase = Phase | 'gone';

/** What a meeting that the vendor does not know any more can be: how it ended is remembered. */
export type GonePhase = Extract<TrackedPhase, 'gone' | 'cancelled' | 'ended'>;

/** What is remembered of a meeting, or of a meeting as a card shows it, to tell later what happened to it. Nothing in it is secret. */
export interface TrackedMeeting extends Times {
  readonly phase: TrackedPhase;
  readonly title: string;
  readonly confidential: boolean;
  readonly hostName: string | undefined;
  readonly joinLink: WebLink | undefined;
  readonly rooms: readonly { readonly name: string; readonly approval: Approval | undefined }[];
}

/** What happened to a meeting. */
export type Change =
  | { readonly kind: 'started' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'moved'; readonly from: KnownTimes; readonly to: KnownTimes }
  | { readonly kind: 'venue' }
  | { readonly kind: 'title' }
  | { readonly kind: 'host' }
  | { readonly kind: 'join-link' };

export type ChangeKind = Change['kind'];

/** What is remembered of a meeting at a moment. */
export function trackedMeeting(meeting: Meeting, now: UnixSeconds, progress: Progress): TrackedMeeting {
  const { start, end, zone, title, confidential, hostName, attendeeLink, rooms } = meeting;
  return {
    start,
    end,
    zone,
    title,
    confidential,
    hostName,
    phase: phaseAt(meeting, now, progress),
    joinLink: attendeeLink,
    rooms: rooms.map(({ name, approval }) => ({ name, approval })),
  };
}

/** A meeting that the vendor does not know any more, as it was last seen. One whose time is over by then counts as ended. */
export function goneMeeting(
  last: TrackedMeeting,
  since: UnixSeconds,
): TrackedMeeting & { readonly phase: GonePhase } {
  if (last.phase === 'gone' || last.phase === 'cancelled') return { ...last, phase: last.phase };
  const isOver = last.phase === 'ended' || phaseAt({ ...last, status: 'created' }, since) === 'ended';
  return { ...last, phase: isOver ? 'ended' : 'gone' };
}

/**
 * What happened between two states of one occurrence, the most important first. A cancelled meeting did nothing else, nor did one
 * that is gone. The vendor may set
 * the end of a meeting that ended early to that moment; such a meeting did not move.
 */
export function changesBetween(before: TrackedMeeting, after: TrackedMeeting): readonly Change[] {
  if (after.phase === 'cancelled') return before.phase === 'cancelled' ? [] : [{ kind: 'cancelled' }];
  if (after.phase === 'gone') return before.phase === 'gone' ? [] : [{ kind: 'gone' }];
  const changes: Change[] = [];
  const [from, to] = [knownTimes(before), knownTimes(after)];
  if (from && to && isMoved(before, after)) changes.push({ kind: 'moved', from, to });
  if (after.phase === 'live' && before.phase !== 'live') changes.push({ kind: 'started' });
  if (after.phase === 'ended' && before.phase !== 'ended') changes.push({ kind: 'ended' });
  if (hasOtherRooms(before, after)) changes.push({ kind: 'venue' });
  if (before.title !== after.title) changes.push({ kind: 'title' });
  if (before.hostName !== after.hostName) changes.push({ kind: 'host' });
  if (before.joinLink !== after.joinLink) changes.push({ kind: 'join-link' });
  return changes;
}

function isMoved(before: TrackedMeeting, after: TrackedMeeting): boolean {
  if (before.start !== after.start || before.zone !== after.zone) return true;
  return before.end !== after.end && after.phase !== 'ended';
}

/** A start that is given no more, or for the first time, did not move. */
const knownTimes = ({ start, end, zone }: Times): KnownTimes | undefined =>
  start === undefined ? undefined : { start, end, zone };

/** The vendor may list the same rooms in another order. */
function hasOtherRooms({ rooms: before }: TrackedMeeting, { rooms: after }: TrackedMeeting): boolean {
  if (before.length !== after.length) return true;
  const isSame = before.every(({ name, approval }, nth) => {
    const other = after[nth];
    return name === other?.name && approval === other.approval;
  });
  return !isSame && inAnyOrder(before) !== inAnyOrder(after);
}

const inAnyOrder = (rooms: TrackedMeeting['rooms']): string =>
  JSON.stringify(rooms.map(({ name, approval }) => [name, approval ?? null]).sort());
