import { forbiddenIn, markersOf, usualCast } from './marked-meeting.ts';
import type { SentText } from './sent-texts.ts';

const { serial } = usualCast;

/** What a marked meeting has for everybody of the company, and for nobody else: role links, other ways in, rooms, numbers, labels. */
const forTheCompany = [
  `open-role-${serial}`,
  `call-${serial}`,
  `239${serial}`,
  `239\u00a0${String(serial).slice(0, 3)}`,
  'Great hall',
  'Small hall',
  'Screen',
  'figures',
  'live.qsh1.cn',
  'Role of kind',
  '西安',
  '总部',
];

/** What nobody of another company may read of it. */
export const outsideMarkers = [
  ...Object.values(markersOf(usualCast)).flat(),
  ...forbiddenIn(usualCast),
  ...forTheCompany,
];

/** Words around a number of people. */
export const COUNTS = /\bInvited\b|\d+ (?:people|accepted|confirmed|declined|in the meeting)|受邀|人在会/;

/** What a channel reads: calendar files are sent to one person each. */
export const inChannels = (sent: readonly SentText[]): readonly SentText[] =>
  sent.filter(({ reader, where }) => reader === 'channel' && !where.endsWith('.ics'));
