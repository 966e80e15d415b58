import { type Phase, phaseAt, type Scheduled } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** "About to begin": people look at the card again and again, and a late change of room matters most. */
const SOON = 15 * MINUTE;

/** How many seconds a "not found" is believed; short, since a meeting may be created a moment later. */
export const NOT_FOUND_SECONDS = 30;

const FRESH_SECONDS: Record<Phase | 'soon', number> = {
  live: 30,
  soon: 30,
  upcoming: 5 * MINUTE,
  ended: 6 * HOUR,
  cancelled: 2 * HOUR,
};

/** For how many seconds an answer of this meeting counts as fresh, seen from now; `fixed` (`CACHE_FRESH_SECONDS`) overrides. */
export function freshSeconds(meeting: Scheduled, now: UnixSeconds, fixed: number | undefined): number {
  if (fixed !== undefined) return fixed;
  const phase = phaseAt(meeting, now);
  return FRESH_SECONDS[phase === 'upcoming' && meeting.start - now <= SOON ? 'soon' : phase];
}
