import { choices, type SettingsWords } from '../settings-words.ts';

export const settings: SettingsWords = {
  settings: 'Settings',
  openSettings: 'Open settings',
  settingsOnHome: 'You are an admin of this workspace: you decide how Meeting Cards works in it.',
  settingsIntro: {
    workspace:
      'These settings apply to the whole workspace. Cards that are already posted change the next time they are updated, or when someone refreshes them.',
    channel: 'These settings apply to this channel. The channel is told what you change.',
  },
  settingNames: {
    visibility: {
      label: 'Who sees a meeting',
      hint: 'With invited people only, everyone else sees that a meeting exists, when it is, and who hosts it. That is also what channels see.',
      choice: choices({ everyone: 'Everyone in the workspace', invited: 'Invited people only' }),
    },
    confidential: {
      label: 'Confidential meetings',
      hint: 'Whether a meeting that its host made confidential can be shared to a channel, or shown below its link.',
      choice: choices({ shared: 'Can be shown in channels', private: 'Are never shown in channels' }),
    },
    attendeePassword: {
      label: 'Attendee password',
      hint: 'Cards in channels that are shared with other companies never show it.',
      choice: choices({ hidden: 'Not shown in channels', shown: 'Shown in channels' }),
    },
    linkPreviews: {
      label: 'Link previews',
      hint: 'What appears below a meeting link that somebody pastes.',
      choice: choices({ full: 'The full card', compact: 'A small card', off: 'Nothing' }),
    },
    following: {
      label: 'Follow meetings',
      hint: 'Whether cards in this channel change with their meeting, and their thread is told when it is moved or cancelled.',
      choice: choices({ on: 'On', off: 'Off' }),
    },
    locale: {
      label: 'Language of cards in channels',
      hint: 'Cards that only one person sees are in that person’s Slack language.',
      choice: choices({ en: 'English', 'zh-CN': '简体中文' }),
    },
    cardZone: {
      label: 'Time zone of cards in channels',
      hint: 'Everyone also sees the time in their own zone.',
      choice: (zone) => (zone === 'meeting' ? 'The time zone of the meeting' : zone.replaceAll('_', ' ')),
    },
  },
  asAbove: {
    workspace: (choice) => `Default: ${choice}`,
    channel: (choice) => `Same as workspace: ${choice}`,
  },
  oneMoment: 'One moment…',
  save: 'Save',
  settingsSaved: 'Your changes were saved.',
  settingsUnchanged: 'Nothing was changed.',
  settingsNotSaved: 'Your changes could not be saved. Try again in a moment.',
  settingsUnknown: 'The settings cannot be shown right now. Try again in a moment.',
  onlyAdmins: 'Only owners and admins of this workspace can change the settings of Meeting Cards.',
  onlyMembers: 'Only full members of this workspace can change the settings of a channel.',
  standingUnknown: 'Slack did not confirm that you may change these settings. Try again in a moment.',
  settingsNeedChannel: 'These are settings of a channel. Type `/meeting settings` in the channel.',
  changedSettings: 'changed how Meeting Cards works in this channel:',
};
