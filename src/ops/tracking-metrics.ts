import { Counter, type Registry } from 'prom-client';
import {
  DUE_WORK,
  DUE_WORK_STEPS,
  type DueWorkName,
  type DueWorkStep,
  LANE_WAITS,
  type LaneWait,
  NOTE_CHANGES,
  type NoteChange,
  REMINDER_KINDS,
  REMINDER_OUTCOMES,
  type ReminderKind,
  type ReminderOutcome,
  UPDATE_CHANGES,
  UPDATE_OUTCOMES,
  type UpdateChange,
  type UpdateOutcome,
} from './labels.ts';

/** What is counted of the cards that follow their meetings, and of reminders. */
export interface TrackingMetrics {
  cardUpdated(change: UpdateChange, outcome: UpdateOutcome): void;
  noteSent(change: NoteChange, outcome: UpdateOutcome): void;
  laneWaited(reason: LaneWait): void;
  surplusForgotten(count: number): void;
  reminderTried(kind: ReminderKind, outcome: ReminderOutcome): void;
  dueWorkStep(work: DueWorkName, step: DueWorkStep): void;
}

/** Every series is there from the start, at 0. */
export function trackingMetrics(registry: Registry): TrackingMetrics {
  const counter = <L extends string>(name: string, help: string, ...labelNames: readonly L[]): Counter<L> =>
    new Counter({
      name: `meeting_cards_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
    });
  const updates = counter(
    'card_updates_total',
    'Cards that were updated, by what happened to the meeting',
    'change',
    'outcome',
  );
  const notes = counter('card_notes_total', 'Notes in the threads of cards', 'change', 'outcome');
  const laneWaits = counter('lane_waits_total', 'Waits of the updates of a workspace', 'reason');
  const surplus = counter(
    'surplus_cards_total',
    'Cards that newer ones of the same meeting took the room of',
  );
  const reminders = counter('reminders_total', 'Reminders that people asked for', 'kind', 'outcome');
  const dueWork = counter(
    'due_work_total',
    'Work that was due, by what it was and how far it came',
    'work',
    'step',
  );

  for (const outcome of UPDATE_OUTCOMES) {
    for (const change of UPDATE_CHANGES) updates.inc({ change, outcome }, 0);
    for (const change of NOTE_CHANGES) notes.inc({ change, outcome }, 0);
  }
  for (const outcome of REMINDER_OUTCOMES)
    for (const kind of REMINDER_KINDS) reminders.inc({ kind, outcome }, 0);
  for (const work of DUE_WORK) for (const step of DUE_WORK_STEPS) dueWork.inc({ work, step }, 0);
  for (const reason of LANE_WAITS) laneWaits.inc({ reason }, 0);

  return {
    cardUpdated: (change, outcome) => updates.inc({ change, outcome }),
    noteSent: (change, outcome) => notes.inc({ change, outcome }),
    laneWaited: (reason) => laneWaits.inc({ reason }),
    surplusForgotten: (count) => surplus.inc(count),
    reminderTried: (kind, outcome) => reminders.inc({ kind, outcome }),
    dueWorkStep: (work, step) => dueWork.inc({ work, step }),
  };
}
