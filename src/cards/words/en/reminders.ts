import { durationFormat } from '../durations.ts';
import type { ReminderWords } from '../reminder-words.ts';

const duration = durationFormat('en', { separator: ' ', unitDisplay: 'long' });

export const reminders: ReminderWords = {
  remindMe: (before) => `Remind me ${duration(before)} before`,
  reminderLead: (before) => `Starts in ${duration(before)}`,
  calledOff: 'This meeting was called off',
  calledOffWhy: 'You asked to be reminded of this meeting.',
  yourReminders: 'Your reminders',
  remindedBefore: (before) => `${duration(before)} before`,
  undo: 'Undo',
  undoNamed: (title) => `Undo the reminder for ${title}`,
  reminderSet: (before) => `You will be reminded ${duration(before)} before the meeting starts.`,
  reminderUndone: 'The reminder was removed.',
  tooLateToRemind: 'The meeting starts too soon for this reminder.',
};
