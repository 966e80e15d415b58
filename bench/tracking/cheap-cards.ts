import { phaseAt } from '../../src/core/schedule.ts';
import type { SharedCards } from '../../src/tracking/shared-card.ts';

const NOTHING = { blocks: [], text: '' };

/** Cards that are not rendered: their fingerprint is what shared cards show of a meeting. Those under links do not name the host. */
export const cheapCards: SharedCards = {
  follow: true,
  message: () => NOTHING,
  unfurl: () => [],
  note: () => NOTHING,
  fingerprint({ kind }, state) {
    if (state.kind === 'gone') return `${kind} gone`;
    const { meeting, progress, now } = state;
    const { start, end, title, hostName, rooms } = meeting;
    const phase = phaseAt(meeting, now, progress);
    const people = phase === 'live' ? progress.running?.attendeeCount : undefined;
    const { endedAt, next } = phase === 'ended' ? progress : {};
    const host = kind === 'message' ? hostName : undefined;
    return `${kind} ${phase} ${start} ${end} ${people} ${endedAt} ${next?.start} ${title} ${host} ${rooms.length}`;
  },
};
