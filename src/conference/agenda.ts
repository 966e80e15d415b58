import * as v from 'valibot';
import type { VendorUserId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { UnixSeconds } from '../core/time.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Leases } from '../storage/lease.ts';
import type { WaitSeconds } from '../storage/rate-limiter.ts';
import { distributedSingleFlight } from './distributed-single-flight.ts';
import { outcomeHandoff, sharedFailure } from './handoff.ts';
import { storedJson, storedMeeting } from './stored-json.ts';
import type { ConferenceVendor, ListAnswer, NoAccount } from './vendor.ts';

/** A list changes slowly, an empty one too; a Home tab that is opened again and again asks once a minute. */
const CACHE_SECONDS = 60;

/** So long a failure is not asked about again. */
const FAILURE_SECONDS = 5;

/** From the end of another process's question until its answer is in the store. */
const HANDOFF_MS = 250;

/** A vendor user's meetings within a span, in no order; recurring ones once an occurrence. `throttled`: asked too often recently. */
export type Agenda = ListAnswer | NoAccount | { readonly kind: 'throttled'; readonly seconds: WaitSeconds };

/** The meetings of one vendor user from `from` to before `to`. Never rejects. */
export type FindAgenda = (userId: VendorUserId, from: UnixSeconds, to: UnixSeconds) => Promise<Agenda>;

export interface AgendaOptions {
  readonly vendor: Pick<ConferenceVendor, 'listMeetings'>;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly leases: Leases;
  readonly keys: Pick<Keys, 'agenda' | 'lease' | 'outcome'>;
  readonly nonce: () => string;
  /** How long one question to the vendor may take. */
  readonly questionMs: number;
  /** Takes a question for this user: 0, or the seconds until there may be another. */
  readonly tryAcquire: (userId: VendorUserId) => Promise<WaitSeconds>;
  /** Told each list that the vendor gives, and not those from the cache. */
  readonly onListed: (meetings: readonly Meeting[]) => void;
}

const failureHandoff = outcomeHandoff<ListAnswer>(sharedFailure);
const storedMeetings = storedJson<readonly Meeting[]>(v.array(storedMeeting));

/** The vendor's list of a user's meetings, cached for a minute, a failure for seconds. However many ask at a moment, the vendor is asked once. */
export function cachedAgenda(options: AgendaOptions): FindAgenda {
  const { vendor, store, leases, keys, nonce, questionMs, tryAcquire, onListed } = options;
  const handoff = failureHandoff({ store, keys, expirySeconds: FAILURE_SECONDS });
  const once = distributedSingleFlight({ leases, waitMs: questionMs + HANDOFF_MS, handoff, nonce });
  const inFlight = singleFlight<Agenda>();

  return (userId, from, to) => {
    const key = keys.agenda(userId, from, to);
    const lease = keys.lease(key);

    return inFlight(key, async () => {
      const known = await find();
      if (known !== undefined) return known;
      const seconds = await tryAcquire(userId);
      return seconds > 0 ? { kind: 'throttled', seconds } : once.run({ lease, find, fetch });
    });

    async function find(): Promise<ListAnswer | undefined> {
      const meetings = storedMeetings.read(await store.get(key));
      return meetings === undefined ? handoff.get(lease) : { kind: 'found', meetings };
    }

    async function fetch(): Promise<ListAnswer> {
      const answer = await vendor.listMeetings(userId, from, to);
      if (answer.kind !== 'found') return answer;
      const meetings = answer.meetings.filter(
        ({ start, end }) => start === undefined || (start < to && (end ?? start) >= from),
      );
      await store.set(key, storedMeetings.write(meetings), CACHE_SECONDS);
      onListed(meetings);
      return { kind: 'found', meetings };
    }
  };
}
