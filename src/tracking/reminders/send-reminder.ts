import type { Card } from '../../cards/blocks.ts';
import { assertNever } from '../../core/brand.ts';
import type { Clock } from '../../core/time.ts';
import type { CardSender, NotSent } from '../card-sender.ts';
import { sendOnce } from '../send-once.ts';
import type { TrackingReports } from '../tracking-reports.ts';
import type { Step } from './next-step.ts';
import type { ReminderCards } from './reminder-cards.ts';
import type { NamedReminder, ReminderStore } from './reminder-store.ts';

/** A step that ends a reminder. */
export type LastStep = Exclude<Step, { readonly kind: 'wait' }>;

/** The reminder is done with, or is looked at again at a time (milliseconds). `limited`: Slack takes no more calls of this tenant until then. */
export type ReminderOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'later' | 'limited'; readonly at: number };

export type SendReminder = (one: NamedReminder, step: LastStep) => Promise<ReminderOutcome>;

export interface SendReminderOptions {
  readonly store: ReminderStore;
  readonly sender: Pick<CardSender, 'openDirect' | 'post'>;
  readonly cards: ReminderCards;
  readonly clock: Clock;
  readonly report: Pick<TrackingReports, 'reminderTried' | 'cardRefused'>;
}

const RETRY_MS = 15_000;

const DONE: ReminderOutcome = { kind: 'done' };

/**
 * Sends one reminder, once over all processes: the sending is reserved right before Slack is called, and the reservation is given up only
 * where Slack certainly did not post it (docs/adr/0021-reminders-at-most-once.md). Rejects with `StorageUnavailable`.
 */
export function sendReminder({ store, sender, cards, clock, report }: SendReminderOptions): SendReminder {
  return async (one, step) => {
    const { name, reminder } = one;
    const { person } = reminder;
    const kind = step.kind === 'call-off' || step.kind === 'call-off-gone' ? 'called-off' : 'reminder';
    if (step.kind === 'drop') {
      report.reminderTried(kind, 'too-late');
      await store.finish(name, reminder);
      return DONE;
    }
    const opened = await sender.openDirect(person.userId);
    if (opened.kind === 'unknown') return { kind: 'later', at: clock() + RETRY_MS };
    if (opened.kind !== 'opened') return afterFailure(one, kind, opened);
    const card = await cardOf(one, step);
    const current = await store.find(name, person);
    // Undone or replaced meanwhile: whoever replaced it has scheduled the next look.
    if (current?.setAt !== reminder.setAt) return DONE;
    const sent = await sendOnce(store.sending(name, reminder), () => sender.post(opened.channel, card));
    if (sent.kind !== 'sent' && sent.kind !== 'reserved') return afterFailure(one, kind, sent);
    if (sent.kind === 'sent') report.reminderTried(kind, 'sent');
    await store.finish(name, reminder);
    return DONE;
  };

  async function afterFailure(
    { name, reminder }: NamedReminder,
    kind: 'reminder' | 'called-off',
    failure: NotSent,
  ): Promise<ReminderOutcome> {
    report.reminderTried(kind, failure.kind);
    switch (failure.kind) {
      case 'limited':
        return { kind: 'limited', at: clock() + failure.afterMs };
      case 'retry':
        return { kind: 'later', at: clock() + RETRY_MS };
      case 'invalid':
        report.cardRefused(failure.reason);
        break;
      case 'gone':
      case 'uninstalled':
      case 'unknown':
        break;
      default:
        assertNever(failure);
    }
    await store.finish(name, reminder);
    return DONE;
  }

  function cardOf(
    { name, reminder }: NamedReminder,
    step: Exclude<LastStep, { kind: 'drop' }>,
  ): Promise<Card> {
    switch (step.kind) {
      case 'remind':
        return cards.reminder(reminder, step.found);
      case 'call-off':
        return cards.calledOff(reminder, step.found);
      case 'call-off-gone':
        return cards.calledOffGone(reminder, name.event);
      case 'remind-without':
        return cards.withoutMeeting(reminder, name.event, step.lookup);
    }
  }
}
