import type { InstallWords } from '../install-words.ts';

export const install: InstallWords = {
  installPages: {
    installed: {
      title: 'Meeting Cards is installed',
      text: 'Type /meeting and a meeting number in any channel. Meeting Cards has sent you a message with the next steps.',
    },
    'installed-organisation': {
      title: 'Meeting Cards is installed for your organization',
      text: 'Next, choose the workspaces that can use it.',
    },
    declined: {
      title: 'Meeting Cards was not installed',
      text: 'You cancelled the installation. Nothing was changed in your workspace.',
    },
    stale: {
      title: 'This link has expired',
      text: 'An installation link works once, for ten minutes. Start the installation again.',
    },
    'other-browser': {
      title: 'The installation was started in another browser',
      text: 'To keep your workspace safe, an installation must end in the browser in which it was started. Start again in this one.',
    },
    refused: {
      title: 'Slack did not allow the installation',
      text: 'Meeting Cards was not installed. Your workspace may need an administrator to approve it first.',
    },
    'slack-failed': {
      title: 'Slack could not complete the installation',
      text: 'Meeting Cards was not installed. Try again in a moment. If the problem continues, contact whoever gave you the link.',
    },
    unavailable: {
      title: 'Meeting Cards cannot be installed right now',
      text: 'Meeting Cards could not save the installation. Try again in a few minutes.',
    },
    busy: {
      title: 'Too many installations at once',
      text: 'Try again in a minute.',
    },
  },
  installAgain: 'Install Meeting Cards',
  openSlack: 'Open Slack',
  openInBrowser: 'Open Slack in the browser',
  addToWorkspaces: 'Choose workspaces',
  notInstalled:
    'Meeting Cards is not installed in this workspace. Ask a workspace administrator to install it again.',
  welcome: {
    title: 'Meeting Cards is installed.',
    steps: [
      'Type `/meeting` and a meeting number in any channel. Only you see the card until you share it.',
      'Paste a meeting link in a channel to show a small card below it.',
      'Open the *Home* tab to see your meetings this week.',
      'To share cards in a private channel, add the app to it: `/invite @Meeting Cards`.',
    ],
  },
};
