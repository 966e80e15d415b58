import type { Card } from '../../cards/blocks.ts';
import { assertNever } from '../../core/brand.ts';
import type { Clock, UnixSeconds } from '../../core/time.ts';
import type { CardSender, NotSent } from '../card-sender.ts';
import type { TrackingReports } from '../tracking-reports.ts';
import type { Step } from './next-step.ts';
import type { ReminderCards } from './reminder-cards.ts';
import type { NamedReminder, ReminderStore } from './reminder-store.ts';

/** A step that ends a reminder. */
export type LastStep = Exclude<Step, { readonly kind: 'wait' }>;

/** Resolves to when to try again, in milliseconds; undefined where the reminder is done with. */
export type SendReminder = (
  one: NamedReminder,
  step: LastStep,
  now: UnixSeconds,
) => Promise<number | undefined>;

export interface SendReminderOptions {
  readonly store: ReminderStore;
  readonly sender: Pick<CardSender, 'openDirect' | 'post'>;
  readonly cards: ReminderCards;
  readonly clock: Clock;
  readonly report: Pick<TrackingReports, 'reminderTried' | 'cardRefused'>;
}

const RETRY_MS = 15_000;

/**
 * Sends one reminder, once over all processes: the sending is reserved right before Slack is called, and the reservation is given up only
 * where Slack certainly did not post it, as for notes (docs/adr/0020-notes-at-most-once.md). Rejects with `StorageUnavailable`.
 */
export function sendReminder({ store, sender, cards, clock, report }: SendReminderOptions): SendReminder {
  return async (one, step) => {
    const { name, reminder } = one;
    const { person } = reminder;
    const kind = step.kind === 'call-off' ? 'called-off' : 'reminder';
    if (step.kind === 'drop') {
      report.reminderTried(kind, 'too-late');
      await store.finish(name, reminder);
      return undefined;
    }
    const opened = await sender.openDirect(person.userId);
    if (opened.kind === 'unknown') return clock() + RETRY_MS;
    if (opened.kind !== 'opened') return afterFailure(one, kind, opened);
    const card = await cardOf(one, step);
    const current = await store.find(name, person);
    // Undone or replaced meanwhile: whoever replaced it has scheduled the next look.
    if (current?.setAt !== reminder.setAt) return undefined;
    if (await store.reserve(name, reminder)) {
      const sent = await sender.post(opened.channel, card);
      if (sent.kind !== 'sent') return afterFailure(one, kind, sent);
      report.reminderTried(kind, 'sent');
    }
    await store.finish(name, reminder);
    return undefined;
  };

  async function afterFailure(
    { name, reminder }: NamedReminder,
    kind: 'reminder' | 'called-off',
    failure: NotSent,
  ): Promise<number | undefined> {
    report.reminderTried(kind, failure.kind);
    switch (failure.kind) {
      case 'limited':
      case 'retry':
        await store.giveUp(name, reminder);
        return clock() + (failure.kind === 'limited' ? failure.afterMs : RETRY_MS);
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
    return undefined;
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
      case 'remind-without':
        return cards.withoutMeeting(reminder, name.event, step.lookup);
    }
  }
}
