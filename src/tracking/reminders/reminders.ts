import type { FoundMeeting } from '../../conference/lookup.ts';
import type { Meeting } from '../../core/meeting.ts';
import { findOccurrence, type Occurrence, occurrenceOf } from '../../core/occurrence.ts';
import type { Person } from '../../core/person.ts';
import { type Reminder, type ReminderMinutes, type ReminderName, remindAt } from '../../core/reminder.ts';
import { hasStart, phaseAt } from '../../core/schedule.ts';
import type { AskedWith, TenantId } from '../../core/tenant.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../../core/time.ts';
import type { DueTimes } from '../../storage/due-times.ts';
import { StorageUnavailable } from '../../storage/durable-store.ts';
import { dueMember } from '../due-loop.ts';
import type { NamedReminder, ReminderStore } from './reminder-store.ts';

/** What a person wants to be reminded of. */
export interface Wanted {
  readonly person: Person;
  readonly minutes: ReminderMinutes;
  /** The start of the occurrence, as the person saw it. */
  readonly start: UnixSeconds;
}

/**
 * What came of it. `too-late`: it would be due already; `called-off`: the meeting was cancelled; `too-far`: the meeting is more than a year
 * off; `too-many`: the person has `REMINDERS_MAX`; `unavailable`: the storage did not take it.
 */
export type SetReminder =
  | { readonly kind: 'set'; readonly name: ReminderName }
  | { readonly kind: 'too-late' | 'called-off' | 'without-start' | 'too-far' | 'too-many' | 'unavailable' };

/** The reminders of one tenant's people, for the listeners. No method rejects. */
export interface Reminders {
  /** Takes the place of the reminder that the person has for the same occurrence. */
  set(found: FoundMeeting, wanted: Wanted): Promise<SetReminder>;
  /** False where the storage did not do it. To undo what is not there is no failure. */
  undo(person: Person, name: ReminderName): Promise<boolean>;
  /** Undefined where the storage does not answer. */
  list(person: Person): Promise<readonly NamedReminder[] | undefined>;
}

/** Of one person. */
export const REMINDERS_MAX = 50;

const YEAR = 365 * 24 * 60 * 60;

export interface RemindersOptions {
  readonly tenant: TenantId;
  readonly askedWith: AskedWith;
  readonly store: ReminderStore;
  /** Meetings by when to look at their reminders next. */
  readonly times: DueTimes;
  readonly clock: Clock;
}

export function reminders({ tenant, askedWith, store, times, clock }: RemindersOptions): Reminders {
  async function set(found: FoundMeeting, { person, minutes, start }: Wanted): Promise<SetReminder> {
    const now = secondsOf(clock);
    const meeting = chosenOccurrence(found, start, now);
    if (meeting.status === 'cancelled') return { kind: 'called-off' };
    if (!hasStart(meeting)) return { kind: 'without-start' };
    const at = occurrenceOf(meeting, found.occurrences);
    if (phaseAt(meeting, now) !== 'upcoming' || remindAt({ at, minutes }) <= now) return { kind: 'too-late' };
    if (at.start > now + YEAR) return { kind: 'too-far' };
    const event = meeting.eventId;
    const own = await store.ofPerson(person);
    const replaced = own.find(
      ({ name, reminder }) =>
        name.event === event && occurrenceIn(found, reminder.at)?.start === meeting.start,
    );
    if (replaced === undefined && own.length >= REMINDERS_MAX) return { kind: 'too-many' };
    const name = replaced?.name ?? { event, firstStart: meeting.start };
    const { end, zone } = meeting;
    const reminder: Reminder = {
      person,
      minutes,
      setAt: clock(),
      at,
      end,
      zone,
      missingSince: undefined,
      seenWith: askedWith,
    };
    const member = dueMember(tenant, event);
    // A look is brought forward before and after: one that ran in between and saw no reminder does not take the meeting out.
    await times.scheduleBy(member, remindAt(reminder) * 1000);
    await store.put(name, reminder);
    await times.scheduleBy(member, clock());
    return { kind: 'set', name };
  }

  return {
    set: (found, wanted) => orElse(set(found, wanted), { kind: 'unavailable' }),
    undo: (person, name) =>
      orElse(
        store.remove(name, person).then(() => true),
        false,
      ),
    list: (person) => orElse<readonly NamedReminder[] | undefined>(store.ofPerson(person), undefined),
  };
}

/** What was resolved, or `otherwise` where the storage is unavailable. */
async function orElse<T>(done: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof StorageUnavailable) return otherwise;
    throw error;
  }
}

function occurrenceIn({ meeting, occurrences }: FoundMeeting, at: Occurrence): Meeting | undefined {
  const found = findOccurrence([meeting, ...occurrences.filter((one) => one !== meeting)], at);
  return found.kind === 'found' ? found.meeting : undefined;
}

/**
 * The occurrence that the person saw. It may have been moved since; an occurrence that has passed is not another one, though the series goes
 * on.
 */
function chosenOccurrence(found: FoundMeeting, start: UnixSeconds, now: UnixSeconds): Meeting {
  const { meeting: current } = found;
  const same = found.occurrences.find((one) => one.start === start);
  if (same !== undefined) return same;
  if (current.recurring && start <= now) return { ...current, start, end: start };
  return occurrenceIn(found, { start, previous: undefined, next: undefined }) ?? current;
}
