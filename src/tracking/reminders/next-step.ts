import type { FoundMeeting, Lookup } from '../../conference/lookup.ts';
import { paceAt } from '../../core/check-times.ts';
import type { Meeting } from '../../core/meeting.ts';
import { findOccurrence, occurrenceOf } from '../../core/occurrence.ts';
import { type Reminder, remindAt } from '../../core/reminder.ts';
import { hasStart, phaseAt } from '../../core/schedule.ts';
import type { AskedWith } from '../../core/tenant.ts';
import type { UnixSeconds } from '../../core/time.ts';
import { CONFIRM_SECONDS } from '../check-occurrence.ts';

/** A lookup that gave no meeting. */
export type NotFound = Exclude<Lookup, FoundMeeting>;

/** What to do for a reminder now. */
export type Step =
  /** Nothing until then (seconds); `reminder` is what is known of it now. */
  | { readonly kind: 'wait'; readonly until: number; readonly reminder: Reminder }
  | { readonly kind: 'remind'; readonly found: FoundMeeting }
  | { readonly kind: 'call-off'; readonly found: FoundMeeting }
  /** The vendor does not know the meeting any more. */
  | { readonly kind: 'call-off-gone' }
  /** It is time, and the vendor does not say what the meeting is. */
  | { readonly kind: 'remind-without'; readonly lookup: NotFound }
  /** The meeting is over, so there is nothing left to be reminded of. */
  | { readonly kind: 'drop' };

/** So long (seconds) a reminder waits for the vendor once it is due. */
const PATIENCE = 2 * 60;
const RETRY = 30;

/** A meeting without a known end counts as over after a day (`phaseAt`). */
const LONGEST_WITHOUT_END = 24 * 60 * 60;

interface StepOptions {
  /** The account that answers now. */
  readonly askedWith: AskedWith;
  /** `CARD_CHECK_SECONDS`, how often a meeting is asked about, whenever it starts. */
  readonly everySeconds: number | undefined;
}

/** A meeting that another account knew, and this one does not, is not gone: the reminder stays, as without an answer. */
export function nextStep(
  reminder: Reminder,
  lookup: Lookup,
  now: UnixSeconds,
  { askedWith, everySeconds }: StepOptions,
): Step {
  const isOfOther = reminder.seenWith !== undefined && reminder.seenWith !== askedWith;
  if (lookup.kind === 'not-found' && !isOfOther) return withoutMeeting(reminder, now, everySeconds);
  if (lookup.kind !== 'found') return withoutAnswer(reminder, lookup, now, everySeconds);
  const found = foundOccurrence(reminder, lookup);
  const { meeting } = found;
  const seen: Reminder = {
    ...reminder,
    ...timesSeen(reminder, meeting, lookup),
    missingSince: undefined,
    seenWith: askedWith,
  };
  // An older copy than the one that was seen before must not move or call off anything.
  const isDoubted = lookup.freshness === 'stale' && meeting.start !== reminder.at.start;
  const known = isDoubted ? reminder : seen;
  switch (phaseAt(meeting, now)) {
    case 'cancelled':
      return now < known.at.start ? { kind: 'call-off', found } : { kind: 'drop' };
    case 'ended':
      return { kind: 'drop' };
    case 'upcoming':
    case 'live':
      return now < remindAt(known)
        ? { kind: 'wait', until: nextLook(known, now, everySeconds), reminder: known }
        : { kind: 'remind', found };
  }
}

/** A meeting that was called off, or whose start is not given any more, keeps the times that it had. */
function timesSeen(
  { at, end, zone }: Reminder,
  meeting: Meeting,
  { occurrences }: FoundMeeting,
): Pick<Reminder, 'at' | 'end' | 'zone'> {
  if (!hasStart(meeting)) return { at, end, zone };
  const own = meeting.status === 'cancelled' ? at : occurrenceOf(meeting, occurrences);
  return { at: own, end: meeting.end, zone: meeting.zone };
}

/** The occurrence as the vendor gives it now. One that the series goes on without was called off. */
function foundOccurrence({ at, end, zone }: Reminder, lookup: FoundMeeting): FoundMeeting {
  const { meeting: current, occurrences } = lookup;
  const series: readonly [Meeting, ...Meeting[]] = [current, ...occurrences.filter((one) => one !== current)];
  const found = findOccurrence(series, at);
  if (found.kind === 'found') return { ...lookup, meeting: found.meeting };
  return { ...lookup, meeting: { ...found.series, start: at.start, end, zone, status: 'cancelled' } };
}

/** The vendor may be wrong once: only when it says so again, some time later, is the meeting gone. */
function withoutMeeting(reminder: Reminder, now: UnixSeconds, everySeconds: number | undefined): Step {
  const { missingSince = now } = reminder;
  if (now - missingSince < CONFIRM_SECONDS) {
    const until = Math.min(missingSince + CONFIRM_SECONDS, now + (everySeconds ?? CONFIRM_SECONDS));
    return { kind: 'wait', until, reminder: { ...reminder, missingSince } };
  }
  return now < reminder.at.start ? { kind: 'call-off-gone' } : { kind: 'drop' };
}

function withoutAnswer(
  reminder: Reminder,
  lookup: NotFound,
  now: UnixSeconds,
  everySeconds: number | undefined,
): Step {
  const { at, end } = reminder;
  const due = remindAt(reminder);
  if (now < due) return { kind: 'wait', until: nextLook(reminder, now, everySeconds), reminder };
  if (now >= (end ?? at.start + LONGEST_WITHOUT_END)) return { kind: 'drop' };
  return now < due + PATIENCE
    ? { kind: 'wait', until: now + RETRY, reminder }
    : { kind: 'remind-without', lookup };
}

/** When it is due; before that, as often as a meeting is asked about that starts then. */
function nextLook(reminder: Reminder, now: UnixSeconds, everySeconds: number | undefined): number {
  return Math.min(remindAt(reminder), now + (everySeconds ?? paceAt(reminder.at.start - now)));
}
