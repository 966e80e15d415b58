import * as v from 'valibot';
import { isSlackUserId, isTeamId } from '../../core/person.ts';
import { REMINDER_MINUTES, type Reminder } from '../../core/reminder.ts';
import { askedWith, optional, second, zone } from '../stored-values.ts';

/** As for cards, a new field must be optional here: reminders are kept over releases. */
const stored = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    person: v.object({
      userId: v.pipe(v.string(), v.guard(isSlackUserId)),
      teamId: v.pipe(v.string(), v.guard(isTeamId)),
    }),
    minutes: v.picklist(REMINDER_MINUTES),
    setAt: v.number(),
    at: v.object({ start: second, previous: optional(second), next: optional(second) }),
    end: optional(second),
    zone,
    missingSince: v.optional(optional(second), null),
    seenWith: v.optional(optional(askedWith), null),
  }),
);

export function readReminder(text: string | undefined): Reminder | undefined {
  const read = v.safeParse(stored, text);
  return read.success ? read.output : undefined;
}
