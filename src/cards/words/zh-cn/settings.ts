import type { SettingsWords } from '../settings-words.ts';

export const settings: SettingsWords = {
  settings: '设置',
  openSettings: '打开设置',
  settingsOnHome: '你是此工作区的管理员，可以决定 Meeting Cards 在其中的使用方式。',
  onlyAdmins: '只有此工作区的所有者和管理员可以更改 Meeting Cards 的设置。',
  standingUnknown: 'Slack 未能确认你是否可以更改这些设置，请稍后重试。',
};
