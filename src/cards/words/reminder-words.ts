/** The words of reminders; every duration is in seconds, positive. */
export interface ReminderWords {
  readonly remindMe: (before: number) => string;
  /** The same without saying how long: a question follows. */
  readonly remindMeWhen: string;
  /** That question. */
  readonly whenToRemind: string;
  /** The first line of a reminder: "Starts in 10 minutes". */
  readonly reminderLead: (before: number) => string;
  readonly calledOff: string;
  readonly calledOffWhy: string;
  readonly yourReminders: string;
  /** "10 minutes before", in the list of reminders. */
  readonly remindedBefore: (before: number) => string;
  readonly undo: string;
  readonly undoNamed: (title: string) => string;
  readonly reminderSet: (before: number) => string;
  readonly reminderUndone: string;
  readonly tooLateToRemind: string;
  readonly tooFarToRemind: string;
  readonly tooManyReminders: (max: number) => string;
  readonly reminderNotSet: string;
  readonly reminderNotUndone: string;
  /** In place of the list of reminders. */
  readonly remindersUnknown: string;
  /** The title of a modal. */
  readonly reminder: string;
}
