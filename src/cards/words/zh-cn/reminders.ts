import { durationFormat } from '../durations.ts';
import type { ReminderWords } from '../reminder-words.ts';

const duration = durationFormat('zh-CN', { separator: '', unitDisplay: 'long' });

export const reminders: ReminderWords = {
  remindMe: (before) => `提前${duration(before)}提醒我`,
  reminderLead: (before) => `${duration(before)}后开始`,
  calledOff: '会议已取消',
  calledOffWhy: '你为此会议设置过提醒。',
  yourReminders: '你的提醒',
  remindedBefore: (before) => `提前${duration(before)}`,
  undo: '撤销',
  undoNamed: (title) => `撤销 ${title} 的提醒`,
  reminderSet: (before) => `将在会议开始前${duration(before)}提醒你。`,
  reminderUndone: '提醒已撤销。',
  tooLateToRemind: '会议即将开始，来不及设置此提醒。',
};
