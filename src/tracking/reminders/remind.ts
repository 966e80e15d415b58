import type { Meetings } from '../../conference/lookup.ts';
import type { EventId } from '../../core/ids.ts';
import type { AskedWith } from '../../core/tenant.ts';
import { type Clock, secondsOf } from '../../core/time.ts';
import { findTracked } from '../find-tracked.ts';
import { nextStep, type Step } from './next-step.ts';
import type { NamedReminder, ReminderStore } from './reminder-store.ts';
import type { ReminderOutcome, SendReminder } from './send-reminder.ts';

export interface RemindOptions {
  readonly store: ReminderStore;
  readonly meetings: Pick<Meetings, 'find'>;
  readonly send: SendReminder;
  readonly askedWith: AskedWith;
  readonly clock: Clock;
  /** `CARD_CHECK_SECONDS`. */
  readonly everySeconds: number | undefined;
}

/** Seconds. The vendor is asked, unless somebody just did. */
const MAX_AGE = 5;

/** Each may take three calls of two and a half seconds at the worst. */
const AT_ONCE = 5;

/** After so long the rest is left for the next look, so that a process that is told to stop does not send on. */
const RUN_MS = 1000;

/**
 * Looks at all reminders of one meeting, with one question to the vendor: those whose time has come are sent, the others follow the meeting.
 * Resolves to when to look again, in milliseconds; undefined where the meeting has no reminder any more. Rejects with `StorageUnavailable`.
 */
export function remind(options: RemindOptions): (event: EventId) => Promise<number | undefined> {
  const { store, meetings, send, clock } = options;

  const find = findTracked(meetings);

  return async (event) => {
    const all = await store.ofMeeting(event);
    if (all.length === 0) return undefined;
    const lookup = await find(event, { maxAge: MAX_AGE });
    const now = secondsOf(clock);
    const until = clock() + RUN_MS;
    const nexts: number[] = [];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      if (clock() >= until) return clock();
      const group = all.slice(from, from + AT_ONCE);
      const outcomes = await Promise.all(
        group.map((one) => take(one, nextStep(one.reminder, lookup, now, options))),
      );
      const limited = outcomes.find(({ kind }) => kind === 'limited');
      if (limited?.kind === 'limited') return limited.at;
      nexts.push(...outcomes.flatMap((outcome) => (outcome.kind === 'later' ? [outcome.at] : [])));
    }
    return nexts.length === 0 ? undefined : Math.min(...nexts);
  };

  async function take(one: NamedReminder, step: Step): Promise<ReminderOutcome> {
    if (step.kind !== 'wait') return send(one, step);
    const { name, reminder } = one;
    if (JSON.stringify(step.reminder) !== JSON.stringify(reminder)) await store.change(name, step.reminder);
    return { kind: 'later', at: step.until * 1000 };
  }
}
