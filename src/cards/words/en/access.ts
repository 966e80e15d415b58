import type { AccessWords } from '../access-words.ts';
import { pluralFormat } from '../plurals.ts';

const number = new Intl.NumberFormat('en');
const people = pluralFormat('en', { one: 'person', other: 'people' });

export const access: AccessWords = {
  myAccess: 'My access',
  people: 'People',
  startAsHost: 'Start as host',
  joinAsCoHost: 'Join as co-host',
  yourRole: 'Your role',
  audience: { public: 'guest', attendee: 'attendee', 'co-host': 'co-host', host: 'host' },
  accessOf: {
    public: 'You see what everybody may see of',
    attendee: 'You are an attendee of',
    'co-host': 'You are a co-host of',
    host: 'You are the host of',
  },
  accessForNow: 'For now, you can see this much of',
  onlyYou: 'Only you can see this.',
  knownAs: (name, userId) =>
    name === undefined
      ? `Known to the conference service by your work e-mail, as user ${userId}.`
      : `Known to the conference service by your work e-mail, as ${name} (${userId}).`,
  unproven: {
    'not-asked': 'Who you are at the conference service was not asked.',
    'other-workspace': 'You are from another workspace, so the conference service is not asked who you are.',
    bot: 'Bots are nobody at the conference service.',
    'no-email': 'Your Slack profile shows this app no e-mail address, so it cannot be matched to an account.',
    'unconfirmed-email':
      'The e-mail address of your Slack profile is not confirmed yet. Confirm it, then try again.',
    'confirmation-unknown':
      'Slack does not say whether your e-mail address is confirmed, so it cannot be matched to an account.',
    'unknown-to-vendor':
      'The conference service has no account with the e-mail address of your Slack profile.',
    'could-not-check': 'Who you are could not be checked just now. Press My access again in a moment.',
  },
  notInvited: 'You are not on the list of this meeting.',
  rightsNotConfirmed:
    'The conference service has not confirmed your role just now, so links and passwords that depend on it are hidden. Press My access again in a moment.',
  hostPassword: 'Host password',
  hostSecret: 'Host secret',
  passphrase: 'Passphrase',
  streamPassword: 'Live stream password',
  h323: 'H.323 address',
  roleLinks: 'Role links',
  roleLinksWarning: 'each makes whoever opens it that role',
  peopleCount: people,
  unnamed: 'name not given',
  noAnswer: 'no answer',
  nobodyInvited: 'Nobody is on the list of this meeting.',
  previousPage: 'Previous',
  nextPage: 'Next',
  pageOf: (page, pages) => `page ${number.format(page)} of ${number.format(pages)}`,
  close: 'Close',
};
