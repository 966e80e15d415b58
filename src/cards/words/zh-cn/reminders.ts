import { durationFormat } from '../durations.ts';
import type { ReminderWords } from '../reminder-words.ts';

const duration = durationFormat('zh-CN', { separator: '', unitDisplay: 'long' });

export const reminders: ReminderWords = {
  remindMe: (before) => `提前${duration(before)}提醒我`,
  remindMeWhen: '提醒我…',
  whenToRemind: '你希望提前多久收到提醒？',
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
  tooFarToRemind: '只能为一年内的会议设置提醒。',
  tooManyReminders: (max) => `最多可设置${max}个提醒。请先在应用首页撤销一个，然后重试。`,
  reminderNotSet: '未能设置提醒，请稍后重试。',
  reminderNotUndone: '未能撤销提醒，请稍后重试。',
  remindersUnknown: '暂时无法显示你的提醒，已设置的提醒仍然有效。',
  reminder: '提醒',
};
