import * as v from 'valibot';
import { assertNever } from '../core/brand.ts';
import type { EventId } from '../core/ids.ts';
import type { Reference } from '../core/reference.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Leases } from '../storage/lease.ts';
import type { WaitSeconds } from '../storage/rate-limiter.ts';
import type { FindAgenda } from './agenda.ts';
import { cacheReader } from './cache-reader.ts';
import { distributedSingleFlight } from './distributed-single-flight.ts';
import { type FetchOutcome, fetchAndStore } from './fetch-and-store.ts';
import { type CacheResult, findByEvent } from './find-by-event.ts';
import { findByLink } from './find-by-link.ts';
import { findByOtherNumber } from './find-by-other-number.ts';
import { findByVendor } from './find-by-vendor.ts';
import { foundMeeting } from './found-meeting.ts';
import { outcomeHandoff, sharedFailure } from './handoff.ts';
import { linkSearch } from './link-search.ts';
import type { FindLive } from './live-meetings.ts';
import type { FindOptions, Lookup, Meetings } from './lookup.ts';
import { type MeetingMemory, meetingCache } from './meeting-cache.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { searchAgenda } from './search-agenda.ts';
import { searchLive } from './search-live.ts';
import { notFound } from './stored-answer.ts';
import type { TtlOptions } from './ttl-policy.ts';
import type { ConferenceVendor } from './vendor.ts';

export interface MeetingsOptions {
  readonly vendor: Pick<ConferenceVendor, 'findMeetings' | 'canFindByLink'>;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly index: ReferenceIndex;
  readonly memory: MeetingMemory;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly ttl: TtlOptions;
  readonly findAgenda: FindAgenda;
  readonly findLive: FindLive;
  /** Takes a question about a meeting that runs now, for a link that no meeting seen before has. */
  readonly tryAcquireLive: () => Promise<WaitSeconds>;
  /** How long one question to the vendor may take. */
  readonly questionMs: number;
  /** Told the result of each lookup by event id. */
  readonly onCacheLookup: (result: CacheResult) => void;
}

type PasswordReference = Extract<Reference, { kind: 'host-password' }>;

/** From the end of another process's question until its answer is in the store. */
const HANDOFF_MS = 250;

/** As long as the processes that wait need to look once more. */
const HANDOFF_SECONDS = 1;

const handoffOf = outcomeHandoff<FetchOutcome>(v.variant('kind', [notFound, sharedFailure]));

/** Meetings from the cache by the TTL policy, else from the vendor, who is asked once however many people ask at that moment. */
export function cachedMeetings(options: MeetingsOptions): Meetings {
  const { vendor, store, leases, keys, index, memory, clock, nonce, ttl } = options;
  const cache = meetingCache({ store, keys, memory, clock, keepSeconds: ttl.keepSeconds });
  const reader = cacheReader({ cache, clock, ttl });
  const fetcher = fetchAndStore({ vendor, cache, index, clock });
  const singleFlight = distributedSingleFlight<FetchOutcome>({
    leases,
    waitMs: options.questionMs + HANDOFF_MS,
    handoff: handoffOf({ store, keys, expirySeconds: HANDOFF_SECONDS }),
    nonce,
  });
  const parts = { reader, fetcher, singleFlight, index, keys, clock, ttl };
  const byEvent = findByEvent({ ...parts, onCacheLookup: options.onCacheLookup });
  const byVendor = findByVendor(parts);
  const byOtherNumber = findByOtherNumber({ index, byEvent });
  const search = linkSearch({
    inAgenda: searchAgenda({ findAgenda: options.findAgenda, index, clock }),
    inLive: searchLive({
      findLive: options.findLive,
      byEvent,
      store,
      keys,
      tryAcquire: options.tryAcquireLive,
    }),
    byVendor: vendor.canFindByLink ? byVendor : undefined,
    store,
    keys,
  });
  const byLink = findByLink({ index, byEvent, search });

  /** Where the vendor knows no such event id, it may be a conference number. */
  async function byEventId(id: EventId, findOptions: FindOptions): Promise<Lookup> {
    const lookup = await byEvent(id, findOptions);
    if (lookup.kind !== 'not-found') return lookup;
    return (await byOtherNumber({ kind: 'conference-number', digits: id }, findOptions)) ?? lookup;
  }

  async function byPassword(reference: PasswordReference, findOptions: FindOptions): Promise<Lookup> {
    const id = await index.byHostPassword(reference.password);
    if (id !== undefined) return byEvent(id, findOptions);
    const number = { kind: 'attendee-password', digits: reference.password } as const;
    return (await byOtherNumber(number, findOptions)) ?? byVendor(reference);
  }

  return {
    async find(reference, findOptions = {}) {
      switch (reference.kind) {
        case 'event':
          return byEventId(reference.eventId, findOptions);
        case 'host-password':
          return byPassword(reference, findOptions);
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
