import type { EventId } from '../core/ids.ts';
import type { Clock } from '../core/time.ts';
import { growingLru } from '../lib/growing-lru.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { FindLive } from './live-meetings.ts';
import type { ConferenceVendor } from './vendor.ts';

/**
 * The names of those who are in a meeting now, at most half a minute old; undefined where it does not run, or the vendor does not say. They
 * are for the people on the meeting's list alone (`seesWhoIsIn`). Never rejects.
 */
export type FindPresentNames = (eventId: EventId) => Promise<readonly string[] | undefined>;

export interface PresentNamesOptions {
  readonly vendor: Pick<ConferenceVendor, 'listAttendees'>;
  readonly live: FindLive;
  readonly clock: Clock;
}

const MAX_AGE_MS = 30_000;
const MEETINGS_MAX = 200;

/** The names stay in this process: they are read seldom, and are not written to Redis. The list of live meetings says whether to ask at all. */
export function presentNames({ vendor, live, clock }: PresentNamesOptions): FindPresentNames {
  const known = growingLru<EventId, { readonly at: number; readonly names: readonly string[] }>(MEETINGS_MAX);
  const once = singleFlight<readonly string[] | undefined>();

  async function ask(eventId: EventId): Promise<readonly string[] | undefined> {
    const running = await live();
    if (running.kind !== 'found' || !running.attendeeCounts.has(eventId)) return undefined;
    const at = clock();
    const answer = await vendor.listAttendees(eventId);
    if (answer.kind !== 'found') return undefined;
    known.set(eventId, { at, names: answer.names });
    return answer.names;
  }

  return async (eventId) => {
    const cached = known.get(eventId);
    if (cached !== undefined && clock() - cached.at < MAX_AGE_MS) return cached.names;
    return once(eventId, () => ask(eventId));
  };
}
