import type { ChangeWords } from '../change-words.ts';
import { durationFormat } from '../durations.ts';

const duration = durationFormat('en', { separator: ' ', unitDisplay: 'short' });
const number = new Intl.NumberFormat('en');

export const changes: ChangeWords = {
  inMeeting: (count) => `${number.format(count)} in the meeting`,
  inMeetingNow: (count) => `In the meeting now (${number.format(count)})`,
  lasted: (seconds) => `lasted ${duration(seconds)}`,
  nextOn: 'Next on',
  meetingCancelled: 'This meeting was cancelled',
  meetingMoved: 'This meeting was moved',
  gone: 'No longer available',
  goneWhy: 'The conference service has no meeting with this number any more.',
  meetingGone: 'This meeting no longer exists',
  fromTo: (from, to) => `From ${from} to ${to}`,
  willNotUpdate: 'This card will not update by itself. Invite @Meeting Cards to keep it current.',
  removeCard: 'Remove this card',
  onlySharerRemoves: 'Only the person who shared this card can remove it.',
};
