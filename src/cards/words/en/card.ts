import type { CardWords } from '../card-words.ts';
import { agoFormat, durationFormat } from '../durations.ts';

const duration = durationFormat('en', { separator: ' ', unitDisplay: 'short' });
const ago = agoFormat('en');
const number = new Intl.NumberFormat('en');

export const card: CardWords = {
  untitled: 'Untitled meeting',
  phase: { cancelled: 'Cancelled', upcoming: 'Upcoming', live: 'Live now', ended: 'Ended' },
  scheduled: 'Scheduled',
  timeNotGiven: 'Time not given',
  needsTime: 'The time of this meeting is not given, so this has to wait.',
  startsIn: (seconds) => `starts in ${duration(seconds)}`,
  endsIn: (seconds) => `ends in ${duration(seconds)}`,
  endedAgo: ago,
  mode: { video: 'video meeting', data: 'data meeting' },
  onSiteOnly: 'on-site only',
  when: 'When',
  yourTime: 'Your time',
  where: 'Where',
  equipment: 'Equipment',
  venue: { room: undefined, main: 'main venue', branch: 'branch venue' },
  floor: (floor) => `floor ${floor}`,
  approval: {
    waiting: 'waiting for approval',
    'not-approved': 'not approved',
    cancelled: 'room cancelled',
  },
  more: (count) => `and ${number.format(count)} more`,
  host: 'Host',
  invited: 'Invited',
  invitedCount: (count) => number.format(count),
  responseCount: (count, response) => `${number.format(count)} ${response}`,
  response: { accepted: 'accepted', confirmed: 'confirmed', declined: 'declined' },
  joinAs: 'Join as',
  also: 'Also',
  callMe: 'Call me',
  liveStream: 'Live stream',
  linkTooLong: 'link too long to show here',
  join: 'Join',
  joinInBrowser: 'Join in browser',
  joinNamed: (title) => `Join ${title}`,
  share: 'Share to channel',
  refresh: 'Refresh',
  tryAgain: 'Try again',
  recurring: 'recurring',
  signInNeeded: 'sign-in required',
  passphraseAsked: 'passphrase required',
  confidential: 'confidential',
  joinTags: (tags) => `choose a tag when you join: ${tags}`,
  onlyForInvited: (hostName) =>
    hostName === undefined
      ? 'Only people who are invited can see more of this meeting here.'
      : `Only people who are invited can see more of this meeting here. Ask its host, ${hostName}.`,
  numberedMeeting: (id) => `Meeting ${id}`,
  meetingNumber: (id) => `meeting ${id}`,
  conferenceNumber: (id) => `conference ${id}`,
  typedOther: {
    'conference-number': (id) =>
      `You typed this meeting's conference number. Its meeting number is *${id}*. Next time, use \`/meeting ${id}\`.`,
    'attendee-password': (id) =>
      `You typed this meeting's attendee password. Its meeting number, which is not a secret, is *${id}*. Next time, use \`/meeting ${id}\`.`,
  },
  asOf: 'as of',
  staleAsOf: 'the conference service is not responding; details as of',
  attendeePassword: 'Attendee password',
  sharedBy: 'Shared by',
  lookingUp: 'Looking up the meeting…',
  listSeparator: ', ',
  colon: ': ',
  fullStop: '. ',
};
