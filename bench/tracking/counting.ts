import type { ConferenceVendor } from '../../src/conference/vendor.ts';
import type { CardSender, Sent } from '../../src/tracking/card-sender.ts';
import type { PlannedVendor } from './planned-vendor.ts';
import type { Tally } from './tally.ts';

const SENT: Sent = { kind: 'sent' };

/** A vendor of whom only the tracker asks something. */
export function countingVendor(planned: PlannedVendor, tally: Tally, second: () => number): ConferenceVendor {
  return {
    canFindByLink: false,
    findAccount: async () => ({ kind: 'not-found' }),
    listMeetings: async () => ({ kind: 'found', meetings: [] }),
    listAttendees: async () => ({ kind: 'found', names: [] }),
    async findMeetings(question) {
      tally.count('meeting-questions', second());
      return planned.findMeetings(question);
    },
    async listLive() {
      tally.count('list-questions', second());
      if (!planned.isAnyLive()) tally.count('idle-list-questions', second());
      return planned.listLive();
    },
  };
}

/** A Slack that takes every call. */
export function countingSender(tally: Tally, second: () => number): CardSender {
  const counts = (name: 'updates' | 'unfurls' | 'notes') => async (): Promise<Sent> => {
    tally.count(name, second());
    return SENT;
  };
  return {
    update: counts('updates'),
    unfurl: counts('unfurls'),
    note: counts('notes'),
    openDirect: async () => ({ kind: 'gone' }),
    post: async () => ({ kind: 'gone' }),
  };
}
