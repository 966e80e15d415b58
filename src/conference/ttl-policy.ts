import { type Phase, phaseAt, type Scheduled } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** "About to begin": people look at the card again and again, and a late change of room matters most. */
const SOON = 15 * MINUTE;

/** How many seconds a "not found" is believed; short, since a meeting may be created a moment later. */
export const NOT_FOUND_SECONDS = 30;

type Pace = Phase | 'soon';

const FRESH_SECONDS: Record<Pace, number> = {
  live: 30,
  soon: 30,
  upcoming: 5 * MINUTE,
  ended: 6 * HOUR,
  cancelled: 2 * HOUR,
};

/** Past its freshness a copy is shown for so long once more, while it is refreshed: of a live meeting none is older than 90 seconds. */
const GRACE_SECONDS: Record<Pace, number> = {
  live: MINUTE,
  soon: MINUTE,
  upcoming: 10 * MINUTE,
  ended: 12 * HOUR,
  cancelled: 4 * HOUR,
};

/** What somebody sees beyond the public view is believed no longer than this, whatever the phase, and without a grace. */
const RIGHTS_SECONDS = 5 * MINUTE;

/** The grace is never more than this many times the freshness: whoever sets `CACHE_FRESH_SECONDS=0` wants no old copy. */
const GRACE_OF_FRESH = 2;

/** For how many seconds an answer of this meeting counts as fresh, seen from now; `fixed` (`CACHE_FRESH_SECONDS`) overrides. */
export function freshSeconds(meeting: Scheduled, now: UnixSeconds, fixed: number | undefined): number {
  return fixed ?? FRESH_SECONDS[paceOf(meeting, now)];
}

/** For how many seconds it proves who may see more than everybody. */
export function rightsSeconds(meeting: Scheduled, now: UnixSeconds, fixed: number | undefined): number {
  return Math.min(freshSeconds(meeting, now, fixed), RIGHTS_SECONDS);
}

/** For how many seconds after its freshness it is shown all the same, and refreshed behind the reader's back. */
export function graceSeconds(meeting: Scheduled, now: UnixSeconds, fixed: number | undefined): number {
  return Math.min(GRACE_SECONDS[paceOf(meeting, now)], GRACE_OF_FRESH * freshSeconds(meeting, now, fixed));
}

function paceOf(meeting: Scheduled, now: UnixSeconds): Pace {
  const phase = phaseAt(meeting, now);
  return phase === 'upcoming' && meeting.start - now <= SOON ? 'soon' : phase;
}
