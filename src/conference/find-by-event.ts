import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { Keys } from '../storage/keys.ts';
import type { AgedMeeting, CacheReader } from './cache-reader.ts';
import type { DistributedSingleFlight, Task } from './distributed-single-flight.ts';
import type { FetchAndStore, FetchOutcome } from './fetch-and-store.ts';
import { foundMeeting, lookupOf } from './found-meeting.ts';
import type { FindOptions, Lookup, MaxAge } from './lookup.ts';
import type { TtlOptions } from './ttl-policy.ts';

export type FindByEvent = (id: EventId, options: FindOptions) => Promise<Lookup>;

/** What a lookup found in the cache. `stale`: an answer that is revalidating (RFC 5861, stale-while-revalidate); one that is not used is a `miss`. */
export type CacheResult = 'fresh' | 'stale' | 'miss';

export interface FindByEventOptions {
  readonly reader: CacheReader;
  readonly fetcher: FetchAndStore;
  readonly singleFlight: DistributedSingleFlight<FetchOutcome>;
  readonly keys: Pick<Keys, 'lease' | 'meeting'>;
  readonly clock: Clock;
  readonly ttl: TtlOptions;
  readonly onCacheLookup: (result: CacheResult) => void;
}

/** After a failure a revalidating answer is not refreshed for so long: more questions would only add to the load. */
const REFRESH_PAUSE_MS = 1000;

/** A meeting by its event id: from the cache, else from the vendor, else from a stale answer in the cache. */
export function findByEvent(options: FindByEventOptions): FindByEvent {
  const { reader, fetcher, singleFlight, keys, clock, ttl, onCacheLookup } = options;

  return async (id, { maxAge }) => {
    const since = secondsOf(clock);
    const local = reader.localFresh(id, maxAge);
    if (local !== undefined) {
      onCacheLookup('fresh');
      return lookupOf(local, { since, now: secondsOf(clock) }, ttl);
    }
    const cached = await reader.read(id, maxAge);
    onCacheLookup(cacheResult(cached));
    if (cached?.age === 'fresh') return lookupOf(cached.answer, { since, now: secondsOf(clock) }, ttl);
    if (cached?.age === 'revalidating') {
      refresh(id);
      const freshness = fetcher.failedAt(id) === undefined ? 'fresh' : 'stale';
      return lookupOf(cached.answer, { since, now: secondsOf(clock) }, ttl, freshness);
    }
    const outcome = await singleFlight.run(taskOf(id, maxAge, since));
    if (outcome.kind === 'found' || outcome.kind === 'not-found')
      return lookupOf(outcome, { since, now: secondsOf(clock) }, ttl);
    return fallback(cached, outcome) ?? outcome;
  };

  /** In the background; no part of it rejects. */
  function refresh(id: EventId): void {
    const failedAt = fetcher.failedAt(id);
    if (failedAt === undefined || clock() - failedAt >= REFRESH_PAUSE_MS)
      void singleFlight.refresh(taskOf(id, undefined, secondsOf(clock)));
  }

  function taskOf(id: EventId, maxAge: MaxAge | undefined, since: UnixSeconds): Task<FetchOutcome> {
    return {
      lease: keys.lease(keys.meeting(id)),
      variant: String(maxAge),
      find: (waited) => reader.freshOrSince(id, maxAge, waited ? since : undefined),
      fetch: () => fetcher.fetch({ kind: 'event', eventId: id }),
    };
  }

  /** A stale answer in place of a failure. A refusal, or a later answer that the store lost, leaves no rights. */
  function fallback(cached: AgedMeeting | undefined, failure: FetchOutcome): Lookup | undefined {
    if (cached === undefined || cached.answer.kind === 'not-found') return undefined;
    const { answer, isLatest } = cached;
    const keepsRights = isLatest && answer.kind === 'found' && failure.kind !== 'refused';
    return foundMeeting(answer, secondsOf(clock), 'stale', keepsRights ? 'fallback' : 'withdrawn');
  }
}

function cacheResult(cached: AgedMeeting | undefined): CacheResult {
  if (cached?.age === 'fresh') return 'fresh';
  return cached?.age === 'revalidating' ? 'stale' : 'miss';
}
