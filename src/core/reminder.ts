/** How many minutes before a meeting people can be reminded of it. */
export const REMINDER_MINUTES = [5, 10, 30, 60] as const;
export type ReminderMinutes = (typeof REMINDER_MINUTES)[number];
