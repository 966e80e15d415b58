import type { ConferenceVendor, LiveMeeting, Occurrences } from '../../src/conference/vendor.ts';
import { NO_REPORT } from '../../src/conference/vendor.ts';
import type { EventId } from '../../src/core/ids.ts';
import { eventId } from '../../src/core/ids.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { type Clock, secondsOf } from '../../src/core/time.ts';
import type { PlannedMeeting, PlannedOccurrence, PlannedRun } from './plan.ts';
import { HOUR, sure } from './week.ts';

const FIRST_EVENT = 1_000_000;

/** What the vendor knows at the clock's time of the meetings of a plan. */
export interface PlannedVendor extends Pick<ConferenceVendor, 'findMeetings' | 'listLive'> {
  /** What it would answer, without a question. */
  occurrencesOf(event: EventId): Occurrences;
  idOf(nth: number): EventId;
  /** Whether any meeting runs now. */
  isAnyLive(): boolean;
}

interface Known {
  readonly version: number;
  readonly occurrences: Occurrences;
}

/** `template` has all fields that the plan says nothing about. `mayListLive`: the account may read the list of live meetings. */
export function plannedVendor(
  plan: readonly PlannedMeeting[],
  template: Meeting,
  clock: Clock,
  mayListLive: boolean,
): PlannedVendor {
  const ids = plan.map((_, nth) => idOf(nth));
  const planned = new Map(ids.map((id, nth) => [id, plan[nth]]));
  const known = new Map<EventId, Known>();
  const runs = runsByHour(plan, ids);

  function occurrencesOf(event: EventId): Occurrences {
    const meeting = planned.get(event);
    if (meeting === undefined) throw new RangeError('no such meeting');
    const now = secondsOf(clock);
    const version = versionOf(meeting, now);
    const before = known.get(event);
    if (before?.version === version) return before.occurrences;
    const [first, ...others] = meeting.occurrences.map((one) =>
      occurrenceAt(template, event, meeting, one, now),
    );
    if (first === undefined) throw new RangeError('a meeting without occurrences');
    const occurrences: Occurrences = [first, ...others];
    known.set(event, { version, occurrences });
    return occurrences;
  }

  function live(): readonly LiveMeeting[] {
    const now = secondsOf(clock);
    return (runs.get(Math.floor(now / HOUR)) ?? [])
      .filter(({ run }) => run.from <= now && now < run.until)
      .map(({ id, run }) => ({ eventId: id, attendeeCount: peopleIn(run, now) }));
  }

  return {
    occurrencesOf,
    idOf,
    isAnyLive: () => live().length > 0,
    findMeetings: async (question) =>
      question.kind === 'event'
        ? { kind: 'found', occurrences: occurrencesOf(question.eventId) }
        : { kind: 'not-found' },
    listLive: async () =>
      mayListLive ? { kind: 'found', meetings: live() } : { kind: 'refused', report: NO_REPORT },
  };
}

function idOf(nth: number): EventId {
  const id = eventId(String(FIRST_EVENT + nth));
  if (id === undefined) throw new RangeError('no event id');
  return id;
}

interface RunOf {
  readonly id: EventId;
  readonly run: PlannedRun;
}

/** Each run under every hour that it touches. */
function runsByHour(plan: readonly PlannedMeeting[], ids: readonly EventId[]): Map<number, RunOf[]> {
  const runs = new Map<number, RunOf[]>();
  for (const [nth, { occurrences }] of plan.entries()) {
    for (const { run } of occurrences) {
      const id = ids[nth];
      if (run === undefined || id === undefined) continue;
      for (let hour = Math.floor(run.from / HOUR); hour * HOUR < run.until; hour += 1) {
        const those = runs.get(hour) ?? [];
        those.push({ id, run });
        runs.set(hour, those);
      }
    }
  }
  return runs;
}

function peopleIn({ joins, leaves }: PlannedRun, now: number): number {
  let people = 0;
  for (const at of joins) if (at <= now) people += 1;
  for (const at of leaves) if (at <= now) people -= 1;
  return people;
}

/** The vendor sets the status of a meeting that ends early; of a series it does not say which occurrence ended. */
const endedEarly = ({ recurring }: PlannedMeeting, { run, end }: PlannedOccurrence, now: number): boolean =>
  !recurring && run !== undefined && run.until < end && run.until <= now;

/** Counts what has happened: with the same version, the vendor says the same. */
function versionOf(meeting: PlannedMeeting, now: number): number {
  let version = 0;
  for (const one of meeting.occurrences) {
    for (const { at } of one.changes) if (at <= now) version += 1;
    if (endedEarly(meeting, one, now)) version += 1;
  }
  return version;
}

function occurrenceAt(
  template: Meeting,
  event: EventId,
  meeting: PlannedMeeting,
  one: PlannedOccurrence,
  now: number,
): Meeting {
  const happened = one.changes.filter(({ at }) => at <= now);
  const has = (kind: string): boolean => happened.some((change) => change.kind === kind);
  const times = happened.find((change) => change.kind === 'moved') ?? one;
  const open = endedEarly(meeting, one, now) ? 'ended' : 'created';
  return {
    ...template,
    eventId: event,
    recurring: meeting.recurring,
    start: sure(times.start),
    end: sure(times.end),
    status: has('cancelled') ? 'cancelled' : open,
    title: has('renamed') ? `${template.title} (2)` : template.title,
    hostName: has('host') ? 'Another host' : template.hostName,
    rooms: has('room') ? template.rooms : [],
  };
}
