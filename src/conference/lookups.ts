import type { Bulkhead } from '../lib/bulkhead.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import { cachedAgenda, type FindAgenda } from './agenda.ts';
import { listTeacher } from './list-teacher.ts';
import { cachedLiveMeetings, type FindLive } from './live-meetings.ts';
import type { Meetings } from './lookup.ts';
import type { LookupLimit } from './lookup-limit.ts';
import { cachedMeetings, type MeetingsOptions } from './meetings.ts';
import { type ReferenceIndex, referenceIndex } from './reference-index.ts';
import type { ConferenceVendor } from './vendor.ts';

/** Everything that is looked up at one tenant's vendor. What one of them reads teaches the index of all. */
export interface Lookups {
  readonly meetings: Meetings;
  readonly agenda: FindAgenda;
  readonly live: FindLive;
}

export interface LookupsOptions
  extends Omit<MeetingsOptions, 'store' | 'index' | 'findAgenda' | 'findLive' | 'tryAcquireLive'> {
  readonly vendor: ConferenceVendor;
  readonly cache: CacheStore;
  /** For the links that this process uses. */
  readonly mirroredCache: CacheStore;
  readonly limits: Pick<LookupLimit, 'tryAcquireAgenda' | 'tryAcquireLive'>;
  /** Bounds how many lists are taught at a time. */
  readonly teaching: Bulkhead;
}

export function lookups({ cache, mirroredCache, limits, teaching, ...options }: LookupsOptions): Lookups {
  const indexOver = (store: CacheStore): ReferenceIndex => referenceIndex({ ...options, store });
  const shared = { ...options, store: cache };
  const agenda = cachedAgenda({
    ...shared,
    tryAcquire: limits.tryAcquireAgenda,
    // Lists have more links than a process uses: copies of them would displace those in memory.
    onListed: listTeacher({ index: indexOver(cache), bulkhead: teaching, clock: options.clock }),
  });
  const live = cachedLiveMeetings(shared);
  const meetings = cachedMeetings({
    ...shared,
    index: indexOver(mirroredCache),
    findAgenda: agenda,
    findLive: live,
    tryAcquireLive: limits.tryAcquireLive,
  });
  return { meetings, agenda, live };
}
