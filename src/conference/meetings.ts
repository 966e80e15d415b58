import * as v from 'valibot';
import { assertNever } from '../core/brand.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Leases } from '../storage/lease.ts';
import { cacheReader } from './cache-reader.ts';
import { distributedSingleFlight } from './distributed-single-flight.ts';
import { type FetchOutcome, fetchAndStore } from './fetch-and-store.ts';
import { type CacheResult, findByEvent } from './find-by-event.ts';
import { findByLink } from './find-by-link.ts';
import { findByVendor } from './find-by-vendor.ts';
import { foundMeeting } from './found-meeting.ts';
import { outcomeHandoff, sharedFailure } from './handoff.ts';
import type { Meetings } from './lookup.ts';
import { meetingCache } from './meeting-cache.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { notFound } from './stored-answer.ts';
import type { TtlOptions } from './ttl-policy.ts';
import type { ConferenceVendor } from './vendor.ts';

export interface MeetingsOptions {
  readonly vendor: Pick<ConferenceVendor, 'findMeetings' | 'canFindByLink'>;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly ttl: TtlOptions;
  /** How long one question to the vendor may take. */
  readonly questionMs: number;
  /** Told the result of each lookup by event id. */
  readonly onCacheLookup: (result: CacheResult) => void;
}

/** From the end of another process's question until its answer is in the store. */
const HANDOFF_MS = 250;

/** As long as the processes that wait need to look once more. */
const HANDOFF_SECONDS = 1;

/** Meetings from the cache by the TTL policy, else from the vendor, who is asked once however many people ask at that moment. */
export function cachedMeetings(options: MeetingsOptions): Meetings {
  const { vendor, store, leases, keys, index, clock, nonce, ttl } = options;
  const cache = meetingCache({ store, keys, clock, keepSeconds: ttl.keepSeconds });
  const reader = cacheReader({ cache, clock, ttl });
  const fetcher = fetchAndStore({ vendor, cache, index, clock });
  const singleFlight = distributedSingleFlight<FetchOutcome>({
    leases,
    waitMs: options.questionMs + HANDOFF_MS,
    handoff: outcomeHandoff<FetchOutcome>({
      store,
      keys,
      schema: v.variant('kind', [notFound, sharedFailure]),
      expirySeconds: HANDOFF_SECONDS,
    }),
    nonce,
  });
  const parts = { reader, fetcher, singleFlight, index, keys, clock, ttl };
  const byEvent = findByEvent({ ...parts, onCacheLookup: options.onCacheLookup });
  const byVendor = findByVendor(parts);
  const byLink = findByLink({
    index,
    byEvent,
    byVendor: async (reference) => (vendor.canFindByLink ? byVendor(reference) : { kind: 'unknown-link' }),
  });

  return {
    async find(reference, findOptions = {}) {
      switch (reference.kind) {
        case 'event':
          return byEvent(reference.eventId, findOptions);
        case 'host-password': {
          const id = await index.byHostPassword(reference.password);
          return id === undefined ? byVendor(reference) : byEvent(id, findOptions);
        }
        case 'link':
          return byLink(reference, findOptions);
        default:
          return assertNever(reference);
      }
    },
    async fresh(id) {
      const local = reader.localFresh(id, undefined);
      const cached = local === undefined ? await reader.read(id, undefined) : { answer: local, age: 'fresh' };
      if (cached?.age !== 'fresh' || cached.answer.kind === 'not-found') return undefined;
      return foundMeeting(cached.answer, secondsOf(clock), 'fresh', 'unchecked');
    },
  };
}
