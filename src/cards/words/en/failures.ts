import type { FailureCardWords, SearchedPlace } from '../failure-words.ts';
import { pluralFormat } from '../plurals.ts';

const seconds = pluralFormat('en', { one: 'second', other: 'seconds' });

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const PLACE: Readonly<Record<SearchedPlace, string>> = {
  agenda: 'your meetings from yesterday to two weeks from now',
  live: 'meetings that are live now',
  'link-lookup': 'the conference service',
};

export const failures: FailureCardWords = {
  throttled: (wait) => ({
    what: 'You looked up too many meetings in a short time.',
    next: `Try again in ${seconds(wait)}.`,
  }),
  failure: {
    'not-found': {
      what: 'There is no meeting with this number.',
      next: 'Check the number in the invitation. A new meeting may take a moment to appear.',
    },
    'unknown-password': {
      what: 'No meeting has this host password.',
      next: 'Use the meeting number instead: `/meeting 649128`.',
    },
    'unknown-link': {
      what: 'Meeting Cards does not know this link yet.',
      next: 'Look up the meeting once by its number (`/meeting 649128`). After that, its links work too.',
    },
    refused: {
      what: 'The conference service refused the request.',
      next: 'Trying again is unlikely to help. If the number is right, show this message to your Meeting Cards administrator.',
    },
    timeout: {
      what: 'The conference service did not respond in time.',
      next: 'Your request is fine. Try again in a moment.',
    },
    unreachable: {
      what: 'The conference service cannot be reached.',
      next: 'Your request is fine. Try again in a moment.',
    },
    unreadable: {
      what: 'The conference service sent a response that cannot be read.',
      next: 'Your request is fine. Try again. If the problem continues, contact your Meeting Cards administrator.',
    },
    busy: {
      what: 'Too many meetings are being looked up right now.',
      next: 'Your request is fine. Try again in a few seconds.',
    },
    'no-account': {
      what: 'An admin must connect a conference account first.',
      next: 'Workspace admins can connect one in the settings, on the Home tab of Meeting Cards.',
    },
    'too-late': {
      what: 'The response did not reach Slack in time.',
      next: 'Your request is fine. Press the button again.',
    },
    'too-many-windows': {
      what: 'Slack shows at most three windows on top of each other.',
      next: 'Close one of them, then press the button again.',
    },
    internal: {
      what: 'Something went wrong in Meeting Cards.',
      next: 'Your request is fine. Try again. If the problem continues, contact your Meeting Cards administrator.',
    },
  },
  searched: (places) => `Searched without a match: ${list.format(places.map((place) => PLACE[place]))}.`,
  vendorSays: (code, message) =>
    message === undefined ? `Conference service: ${code}` : `Conference service: ${code}, ${message}`,
  forSupport: 'Request ID for support:',
  noReference: {
    empty: 'Which meeting? Type its number after the command.',
    words: 'That is not a meeting number.',
    sign: 'A meeting number has no plus or minus sign.',
    fraction: 'A meeting number is a whole number.',
    'too-long': 'That is too long for a meeting number.',
    'out-of-range': 'That cannot be a meeting number.',
    'foreign-link': 'That is not a meeting link from this conference service.',
  },
  about: 'Shows the card of a conference meeting.',
  youTyped: 'You typed',
  usage: [
    '`/meeting 649128` shows a meeting by its number, only to you',
    '`/meeting share 649128` shows it to the whole channel',
    '`/meeting today` shows your meetings today',
    '`/meeting budget` finds your own meetings by words in title, host or tags',
    '`/meeting settings` sets how cards work in a channel',
    '`/meeting https://…` shows a meeting by its link',
    '`/meeting 201501000037737137` shows a meeting by its host password (13 digits or more)',
  ],
};
