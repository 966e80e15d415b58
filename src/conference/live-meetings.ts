import * as v from 'valibot';
import { type EventId, eventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Leases } from '../storage/lease.ts';
import { distributedSingleFlight } from './distributed-single-flight.ts';
import { outcomeHandoff, sharedFailure } from './handoff.ts';
import { storedJson, storedSecond } from './stored-json.ts';
import type { ConferenceVendor, VendorFailure } from './vendor.ts';

/** Which meetings run now. `unknown`: the account may not ask, or the vendor did not answer. */
export type LiveMeetings =
  | {
      readonly kind: 'found';
      readonly asOf: UnixSeconds;
      /** How many people are in each meeting, where the vendor says so. That a meeting is missing is a sign, and no proof, that it does not run. */
      readonly attendeeCounts: ReadonlyMap<EventId, number | undefined>;
    }
  | { readonly kind: 'unknown' };

/** The meetings that run now, from an answer that is at most `maxAgeSeconds` old (default: 30). Never rejects. */
export type FindLive = (maxAgeSeconds?: number) => Promise<LiveMeetings>;

export interface LiveMeetingsOptions {
  readonly vendor: Pick<ConferenceVendor, 'listLive'>;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly leases: Leases;
  readonly keys: Pick<Keys, 'live' | 'lease' | 'outcome'>;
  readonly clock: Clock;
  readonly nonce: () => string;
  /** How long one question to the vendor may take; the list may take several. */
  readonly questionMs: number;
}

const MAX_AGE_SECONDS = 30;
const CACHE_SECONDS = 60;

/** So long an account that may not ask does not ask again. */
const REFUSED_SECONDS = 60 * 60;

/** So long another failure is not asked about again. */
const FAILURE_SECONDS = 5;

/** For another process that reads the list: a list of more pages takes longer, and is then read twice. */
const PAGES_WAITED_FOR = 3;

/** A list as it was stored, or that the account may not ask for it. */
type Stored =
  | {
      readonly kind: 'listed';
      readonly at: UnixSeconds;
      readonly meetings: readonly (readonly [EventId, number | null])[];
    }
  | { readonly kind: 'refused' };

const storedEventId = v.custom<EventId>((value) => typeof value === 'string' && eventId(value) === value);
const stored = storedJson<Stored>(
  v.variant('kind', [
    v.object({
      kind: v.literal('listed'),
      at: storedSecond,
      meetings: v.array(v.tuple([storedEventId, v.nullable(v.number())])),
    }),
    v.object({ kind: v.literal('refused') }),
  ]),
);

const failureHandoff = outcomeHandoff<Stored | VendorFailure>(sharedFailure);

const UNKNOWN: LiveMeetings = { kind: 'unknown' };

/**
 * The vendor's list of what runs now, cached. However many ask at a moment, in all processes, the vendor is asked once. Cards read the list more
 * often than it changes, so each process uses what it read last without another look at the store.
 */
export function cachedLiveMeetings(options: LiveMeetingsOptions): FindLive {
  const { vendor, store, leases, keys, clock, nonce, questionMs } = options;
  const handoff = failureHandoff({ store, keys, expirySeconds: FAILURE_SECONDS });
  const once = distributedSingleFlight({
    leases,
    waitMs: PAGES_WAITED_FOR * questionMs,
    handoff,
    nonce,
  });
  const key = keys.live();
  const lease = keys.lease(key);

  let local: { readonly live: LiveMeetings; readonly at: UnixSeconds; readonly seconds: number } | undefined;

  async function find(maxAgeSeconds: number): Promise<Stored | VendorFailure | undefined> {
    const known = stored.read(await store.get(key));
    if (known === undefined) return handoff.get(lease);
    const isUsed = known.kind === 'refused' || secondsOf(clock) - known.at <= maxAgeSeconds;
    return isUsed ? known : handoff.get(lease);
  }

  async function fetch(): Promise<Stored | VendorFailure> {
    const at = secondsOf(clock);
    const answer = await vendor.listLive();
    if (answer.kind === 'refused') {
      await store.set(key, stored.write({ kind: 'refused' }), REFUSED_SECONDS);
      return { kind: 'refused' };
    }
    if (answer.kind !== 'found') return answer;
    const meetings = answer.meetings.map(
      ({ eventId: id, attendeeCount }) => [id, attendeeCount ?? null] as const,
    );
    const listed: Stored = { kind: 'listed', at, meetings };
    await store.set(key, stored.write(listed), CACHE_SECONDS);
    return listed;
  }

  return async (maxAgeSeconds = MAX_AGE_SECONDS) => {
    if (local !== undefined && secondsOf(clock) - local.at <= Math.min(maxAgeSeconds, local.seconds))
      return local.live;
    const known =
      (await find(maxAgeSeconds)) ??
      (await once.run({ lease, variant: String(maxAgeSeconds), find: () => find(maxAgeSeconds), fetch }));
    local =
      known.kind === 'listed'
        ? { live: foundOf(known), at: known.at, seconds: MAX_AGE_SECONDS }
        : {
            live: UNKNOWN,
            at: secondsOf(clock),
            seconds: known.kind === 'refused' ? MAX_AGE_SECONDS : FAILURE_SECONDS,
          };
    return local.live;
  };
}

function foundOf({ at, meetings }: Stored & { readonly kind: 'listed' }): LiveMeetings {
  const counts = meetings.map(([id, count]) => [id, count ?? undefined] as const);
  return { kind: 'found', asOf: at, attendeeCounts: new Map(counts) };
}
