import type { AccessWords } from '../access-words.ts';
import { pluralFormat } from '../plurals.ts';

const number = new Intl.NumberFormat('en');
const people = pluralFormat('en', { one: 'person', other: 'people' });

const NOT_CHECKED = 'Your account at the conference service could not be checked. Try again in a moment.';

export const access: AccessWords = {
  myAccess: 'My access',
  people: 'People',
  startAsHost: 'Start as host',
  joinAsCoHost: 'Join as co-host',
  yourRole: 'Your role',
  audience: { public: 'guest', attendee: 'attendee', 'co-host': 'co-host', host: 'host' },
  accessOf: {
    public: 'You see the public details of',
    attendee: 'You are an attendee of',
    'co-host': 'You are a co-host of',
    host: 'You are the host of',
  },
  accessForNow: 'For now, you see only part of',
  onlyYou: 'Only you can see this.',
  knownAs: (name, userId) =>
    name === undefined
      ? `Your Slack email address belongs to user ${userId} at the conference service.`
      : `Your Slack email address belongs to ${name} (user ${userId}) at the conference service.`,
  unproven: {
    'not-asked': 'Your account at the conference service was not checked.',
    'other-workspace':
      'You are from another workspace, so your account at the conference service was not checked.',
    bot: 'Bots have no account at the conference service.',
    'no-email':
      'Slack does not show this app your email address, so your account at the conference service cannot be found.',
    'unconfirmed-email': 'Your Slack email address is not confirmed yet. Confirm it, then try again.',
    'confirmation-unknown':
      'Slack does not say whether your email address is confirmed, so your account at the conference service cannot be found.',
    'unknown-to-vendor': 'The conference service has no account with your Slack email address.',
    'no-account': 'Your workspace has no conference account yet.',
    'could-not-check': NOT_CHECKED,
    'unknown-origin': NOT_CHECKED,
  },
  notInvited: 'You are not on the attendee list of this meeting.',
  rightsNotConfirmed:
    'The conference service has not confirmed your role, so links and passwords that depend on it are hidden. Press My access again in a moment.',
  hostPassword: 'Host password',
  hostSecret: 'Host secret',
  passphrase: 'Passphrase',
  streamPassword: 'Live stream password',
  h323: 'H.323 address',
  roleLinks: 'Role links',
  roleLinksWarning: 'anyone who opens a link gets its role',
  peopleCount: people,
  unnamed: 'Name unknown',
  noAnswer: 'no response',
  peopleOnlyForInvited: 'Only people who are invited can see who else is.',
  nobodyInvited: 'No attendees are listed for this meeting.',
  previousPage: 'Previous',
  nextPage: 'Next',
  pageOf: (page, pages) => `page ${number.format(page)} of ${number.format(pages)}`,
  close: 'Close',
};
