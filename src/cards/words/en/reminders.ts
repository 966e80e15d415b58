import { durationFormat } from '../durations.ts';
import type { ReminderWords } from '../reminder-words.ts';

const duration = durationFormat('en', { separator: ' ', unitDisplay: 'long' });

export const reminders: ReminderWords = {
  remindMe: (before) => `Remind me ${duration(before)} before`,
  remindMeWhen: 'Remind me…',
  whenToRemind: 'When do you want to be reminded?',
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
  tooFarToRemind: 'Reminders work for meetings within the next year.',
  tooManyReminders: (max) =>
    `You already have ${max} reminders, which is the most you can have. Undo one in the app’s Home tab, then try again.`,
  reminderNotSet: 'The reminder could not be set. Try again in a moment.',
  reminderNotUndone: 'The reminder could not be removed. Try again in a moment.',
  remindersUnknown: 'Your reminders cannot be shown right now. Those you set still stand.',
  reminder: 'Reminder',
};
