import type { Card } from '../../cards/blocks.ts';
import type { FoundMeeting } from '../../conference/lookup.ts';
import type { EventId } from '../../core/ids.ts';
import type { Reminder } from '../../core/reminder.ts';
import type { NotFound } from './next-step.ts';

/** Renders what a person is sent, in their language. What they may see is proven anew. Never rejects. */
export interface ReminderCards {
  reminder(reminder: Reminder, found: FoundMeeting): Promise<Card>;
  calledOff(reminder: Reminder, found: FoundMeeting): Promise<Card>;
  /** Of a meeting that the vendor does not know any more. */
  calledOffGone(reminder: Reminder, event: EventId): Promise<Card>;
  /** Of a meeting that the vendor did not give. */
  withoutMeeting(reminder: Reminder, event: EventId, lookup: NotFound): Promise<Card>;
}
