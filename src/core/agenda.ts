import { byStart, hasStart, type Phase, phaseAt } from './schedule.ts';
import type { UnixSeconds, ZoneName } from './time.ts';
import type { MeetingView } from './views.ts';

/** One day of an agenda, in the reader's zone; `start` is the start of its first meeting, and undefined for those whose time is not given. */
export interface AgendaDay {
  readonly start: UnixSeconds | undefined;
  readonly meetings: readonly MeetingView[];
}

/** Meetings by the day on which they start in `zone`, earliest first; those whose time is not given come last. */
export function byDay(meetings: readonly MeetingView[], zone: ZoneName): AgendaDay[] {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const days = new Map<string, MeetingView[]>();
  for (const meeting of [...meetings].sort(byStart)) {
    const key = meeting.start === undefined ? '' : day.format(meeting.start * 1000);
    const known = days.get(key);
    if (known === undefined) days.set(key, [meeting]);
    else known.push(meeting);
  }
  return [...days.values()].flatMap((meetingsOfDay) => {
    const [first] = meetingsOfDay;
    return first === undefined ? [] : [{ start: first.start, meetings: meetingsOfDay }];
  });
}

/** The meetings to offer *Join* on: those that are live, and the first that is next. */
export function liveOrNext(meetings: readonly MeetingView[], now: UnixSeconds): ReadonlySet<MeetingView> {
  const inPhase = (phase: Phase): MeetingView[] =>
    meetings.filter((meeting) => phaseAt(meeting, now) === phase);
  const next = inPhase('upcoming').filter(hasStart).sort(byStart)[0];
  return new Set([...inPhase('live'), ...(next === undefined ? [] : [next])]);
}
