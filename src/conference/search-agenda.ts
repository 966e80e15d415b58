import type { VendorUserId } from '../core/ids.ts';
import { hasJoinLink } from '../core/join-links.ts';
import { type Clock, secondsOf, type UnixSeconds, unixSeconds } from '../core/time.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { FindAgenda } from './agenda.ts';
import type { LinkReference } from './find-by-link.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { STEP_MS, type StepResult, searchFailure, TIMED_OUT } from './search-step.ts';

export interface AgendaSearchOptions {
  readonly findAgenda: FindAgenda;
  readonly index: Pick<ReferenceIndex, 'learnListed'>;
  readonly clock: Clock;
}

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const DAYS_BACK = 1;
const DAYS_AHEAD = 14;

/** Meetings of one list that can have the link are more than one where it has no query, and theirs have. */
const LEARNED_MAX = 20;

/** Searches one vendor user's meetings, from one day back to fourteen ahead, and teaches the index those that can have the link. */
export function searchAgenda({ findAgenda, index, clock }: AgendaSearchOptions) {
  return async (reference: LinkReference, userId: VendorUserId): Promise<StepResult> => {
    const { from, to } = span(secondsOf(clock));
    const agenda = (await withTimeout(STEP_MS, findAgenda(userId, from, to))) ?? TIMED_OUT;
    if (agenda.kind === 'throttled' || agenda.kind === 'no-account') return { kind: 'skipped' };
    if (agenda.kind !== 'found') return searchFailure(agenda) ?? { kind: 'skipped' };
    const fitting = agenda.meetings.filter((meeting) => hasJoinLink(meeting, reference, 'loosely'));
    for (const meeting of fitting.slice(0, LEARNED_MAX)) await index.learnListed([meeting]);
    return { kind: 'searched' };
  };
}

/** Whole hours, so that the searches of an hour have one list. */
function span(now: UnixSeconds): { from: UnixSeconds; to: UnixSeconds } {
  const hour = now - (now % HOUR);
  const at = (seconds: number): UnixSeconds => unixSeconds(seconds) ?? now;
  return { from: at(hour - DAYS_BACK * DAY), to: at(hour + HOUR + DAYS_AHEAD * DAY) };
}
