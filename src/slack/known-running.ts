import type { FoundMeeting } from '../conference/lookup.ts';
import { runningFound } from '../conference/running.ts';
import type { Running } from '../core/schedule.ts';
import { secondsOf } from '../core/time.ts';
import type { Services } from './services.ts';
import { KNOWN_LIVE_MS } from './time-limits.ts';

/** That a meeting runs, and how many are in it, as far as the cache knows. A list that is not there is read behind the card, for the next one. */
export async function knownRunning(
  found: FoundMeeting,
  { liveFor, clock }: Pick<Services, 'liveFor' | 'clock'>,
): Promise<Running | undefined> {
  const live = await liveFor(found, KNOWN_LIVE_MS);
  return runningFound(live, found, secondsOf(clock));
}
