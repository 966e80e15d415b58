import type { SettingsWords } from '../settings-words.ts';

export const settings: SettingsWords = {
  settings: 'Settings',
  openSettings: 'Open settings',
  settingsOnHome: 'You are an admin of this workspace: you decide how Meeting Cards works in it.',
  onlyAdmins: 'Only owners and admins of this workspace can change the settings of Meeting Cards.',
  standingUnknown: 'Slack did not confirm that you may change these settings. Try again in a moment.',
};
