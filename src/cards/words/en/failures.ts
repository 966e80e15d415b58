import type { FailureCardWords } from '../failure-words.ts';
import { pluralFormat } from '../plurals.ts';

const seconds = pluralFormat('en', { one: 'second', other: 'seconds' });

export const failures: FailureCardWords = {
  throttled: (wait) => ({
    what: 'That was a lot of meetings in a short time.',
    next: `Try again in ${seconds(wait)}.`,
  }),
  failure: {
    'not-found': {
      what: 'There is no meeting with this number.',
      next: 'Check the number in the invitation; a meeting that was just created may take a moment to appear.',
    },
    'unknown-password': {
      what: 'No meeting has this host password.',
      next: 'Use the meeting number instead: `/meeting 649128`.',
    },
    'unknown-link': {
      what: 'This link has not been seen here yet, so it is not known which meeting it opens.',
      next: 'Look the meeting up by its number once (`/meeting 649128`); from then on its links are known.',
    },
    refused: {
      what: 'The conference service refused to answer.',
      next: 'Trying again will hardly help. If the number is right, show this to whoever runs Meeting Cards.',
    },
    timeout: {
      what: 'The conference service did not answer in time.',
      next: 'Nothing is wrong with what you typed. Try again in a moment.',
    },
    unreachable: {
      what: 'The conference service cannot be reached.',
      next: 'Nothing is wrong with what you typed. Try again in a moment.',
    },
    unreadable: {
      what: 'The conference service gave an answer that cannot be read.',
      next: 'Nothing is wrong with what you typed. Try again; if it stays so, tell whoever runs Meeting Cards.',
    },
    busy: {
      what: 'Too many meetings are being looked up right now.',
      next: 'Nothing is wrong with what you typed. Try again in a few seconds.',
    },
    'too-late': {
      what: 'Slack did not wait long enough for the answer.',
      next: 'Nothing is wrong with what you did. Press again.',
    },
    'too-many-windows': {
      what: 'Slack shows no more than three windows on top of each other.',
      next: 'Close one of them, then press again.',
    },
    internal: {
      what: 'Something went wrong in Meeting Cards.',
      next: 'Nothing is wrong with what you typed. Try again; if it stays so, tell whoever runs Meeting Cards.',
    },
  },
  vendorSays: (code, message) =>
    message === undefined ? `The service says: ${code}` : `The service says: ${code}, ${message}`,
  forSupport: 'For support: request',
  noReference: {
    empty: 'Which meeting? Type its number behind the command.',
    words: 'That is not a meeting number.',
    sign: 'A meeting number has no sign in front.',
    fraction: 'A meeting number is a whole number.',
    'too-long': 'That is too long for a meeting number.',
    'out-of-range': 'No meeting has such a number.',
    'foreign-link': 'That is not a meeting link of this conference service.',
  },
  about: 'Shows the card of a conference meeting.',
  youTyped: 'You typed',
  usage: [
    '`/meeting 649128` the meeting with this number, for you alone',
    '`/meeting share 649128` the same, for the whole channel',
    '`/meeting today` your meetings today',
    '`/meeting https://…` the meeting that a meeting link opens',
    '`/meeting 201501000037737137` the meeting with this host password (thirteen digits or more)',
  ],
};
