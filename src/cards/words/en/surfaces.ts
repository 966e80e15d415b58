import { pluralFormat } from '../plurals.ts';
import type { SurfaceWords } from '../surface-words.ts';

const meetings = pluralFormat('en', { one: 'meeting', other: 'meetings' });

export const surfaces: SurfaceWords = {
  details: 'Details',
  detailsNamed: (title) => `Details of ${title}`,
  yours: 'yours',
  meeting: 'Meeting',
  addToCalendar: 'Add to calendar',
  calendarSent: 'The calendar file is in your direct messages with this app.',
  postInThread: 'Post in thread',
  postedInThread: 'The card is posted in the thread.',
  cannotPost:
    'The card could not be posted: this app may not write in that channel. Invite it there with `/invite @Meeting Cards`, then try again.',
  chooseMeeting: 'There is more than one meeting in this message. Which one?',
  noneInMessage: 'No meeting was found in this message. Look one up by its number or link:',
  findMeeting: 'Find a meeting',
  find: 'Find',
  findLabel: 'Which meeting?',
  findHint: 'Its number, one of its links, or the host password.',
  hostLinkPasted: {
    host: 'The link that you pasted makes anyone who opens it the *host* of',
    'co-host': 'The link that you pasted makes anyone who opens it a *co-host* of',
  },
  hostLinkAdvice: 'Better take it back: edit or delete your message.',
  useInstead: 'For everybody, use instead',
  today: 'Your meetings today',
  nothingToday: 'You have no meetings today.',
  meetingCount: meetings,
  yourMeetings: 'Your meetings, next seven days',
  nothingThisWeek: 'You have no meetings in the next seven days.',
  agendaFailed:
    'The conference service does not answer, so your meetings are not shown. Refresh in a moment.',
  recentlyLookedUp: 'Recently looked up',
  nothingRecent: 'What you look up will stand here.',
  clearRecent: 'Clear this list',
  howToBegin: 'How to begin',
  otherEntryPoints:
    'Or choose *Meeting details* from the menu of a message with a meeting in it, or paste a meeting link into a conversation.',
};
