import type { HomeWords } from '../home-words.ts';

export const home: HomeWords = {
  yourMeetings: 'Your meetings in the next seven days',
  nothingThisWeek: 'You have no meetings in the next seven days.',
  onToday: 'Today',
  nothingElseToday: 'Nothing else today.',
  agendaFailed:
    'The conference service is not responding, so your meetings cannot be shown. Refresh in a moment.',
  worksWithoutProof:
    'You can look up meetings by number or link, set reminders, and use cards that others share. Your own meetings and *My access* need your account at the conference service.',
  notConnected:
    'Meeting Cards is not connected to a conference account in this workspace, so it cannot look up meetings. Cards that are already in channels stay as they are. Ask an owner or admin of this workspace to connect an account on their own Home tab.',
  lastRequestFailed: 'The last request failed.',
  recentlyLookedUp: 'Recently looked up',
  nothingRecent: 'Meetings you look up appear here.',
  clearRecent: 'Clear this list',
  howToBegin: 'Get started',
  otherEntryPoints:
    'You can also choose *Show meeting details* from the menu of a message that mentions a meeting, or paste a meeting link into a conversation.',
  getSupport: 'Get help with Meeting Cards',
};
