import { pluralFormat } from '../plurals.ts';
import type { SurfaceWords } from '../surface-words.ts';

const meetings = pluralFormat('en', { one: 'meeting', other: 'meetings' });

export const surfaces: SurfaceWords = {
  details: 'Details',
  detailsNamed: (title) => `Details of ${title}`,
  yours: 'your time',
  inYourTime: ' your time',
  meeting: 'Meeting',
  state: 'State',
  starts: 'Starts',
  ends: 'Ends',
  addToCalendar: 'Add to calendar',
  calendarSent: 'The calendar file is in your direct messages with this app.',
  postInThread: 'Post in thread',
  postedInThread: 'The card was posted in the thread.',
  cannotPost: 'This app cannot post in that channel. Add it with `/invite @Meeting Cards`, then try again.',
  chooseMeeting: 'This message mentions more than one meeting. Which one?',
  noneInMessage: 'This message does not mention a meeting. Look one up by number or link:',
  findMeeting: 'Find a meeting',
  find: 'Find',
  findLabel: 'Which meeting?',
  findHint:
    'Enter a meeting number, a meeting link, a host password, or words from one of your own meetings.',
  hostLinkPasted: {
    host: 'Anyone who opens the link you pasted becomes the *host* of',
    'co-host': 'Anyone who opens the link you pasted becomes a *co-host* of',
  },
  hostLinkAdvice: 'Edit or delete your message.',
  useInstead: 'Share this attendee link instead',
  understood: (what) => `Understood as ${what}.`,
  aLink: 'a meeting link',
  aHostPassword: 'a host password',
  yourMeetingsWith: 'Your meetings with',
  noneWithWords: 'You have no meeting with',
  searchedSpan: 'Searched in title, host and tags of your meetings, from a week ago to two weeks from now.',
  searchNeedsAccount: (why) => `Words are searched for in your own meetings, which need your account. ${why}`,
  today: 'Your meetings today',
  nothingToday: 'You have no meetings today.',
  meetingCount: meetings,
  seenOutside: { before: 'People from outside ', after: ' will see this.' },
  yourCompany: 'your company',
  leftOutOutside:
    'The card shows the title, time, host and Join. It leaves out rooms, role links, passwords and how many people are invited.',
  confidentialStaysPrivate:
    'This meeting is confidential, and this workspace does not show confidential meetings in channels.',
  shareAnyway: 'Share',
  cancel: 'Cancel',
  peopleNotForOutsiders: 'Only people from the company that shared this meeting can see who is invited.',
  hiddenOutside: 'You see part of this meeting. The rest is for people from the company that shared it.',
  hiddenWhileStale:
    'The conference service is not responding, so links and passwords of your role may be hidden.',
};
