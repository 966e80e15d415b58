import type { VendorUserId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { WaitSeconds } from '../storage/rate-limiter.ts';
import { distributedSingleFlight } from './distributed-single-flight.ts';
import type { FetchOutcome } from './fetch-and-store.ts';
import { outcomeHandoff } from './handoff.ts';
import { decodeMeetings } from './quanshi/decoder/meeting.ts';
import type { EndpointClient } from './quanshi/endpoint/client.ts';
import { readStored, writeFound, writeNotFound } from './stored-answer.ts';
import type { VendorFailure } from './vendor.ts';

const LIST = '/confopenapi/room/conference/list';

/** A list changes slowly, an empty one too; a Home tab that is opened again and again asks once a minute. */
const KEPT_SECONDS = 60;

/** So long a failure is not asked about again. */
const FAILED_SECONDS = 5;

/** From the end of another's question until its answer lies in the store. */
const HANDOVER_MS = 250;

/** A person's meetings that start within a span, in no order; recurring ones once an occurrence. `throttled`: asked too often lately. */
export type Agenda =
  | { readonly kind: 'found'; readonly meetings: readonly Meeting[] }
  | { readonly kind: 'throttled'; readonly seconds: WaitSeconds }
  | VendorFailure;

/** The meetings of one vendor user from `from` to before `to`. Never rejects. */
export type FindAgenda = (userId: VendorUserId, from: UnixSeconds, to: UnixSeconds) => Promise<Agenda>;

export interface AgendaOptions {
  readonly client: EndpointClient;
  readonly store: CacheStore;
  readonly keys: Pick<Keys, 'agenda' | 'lease' | 'outcome'>;
  readonly nonce: () => string;
  readonly defaultZone: ZoneName;
  /** How long one question may take. */
  readonly questionMs: number;
  /** Takes a question for this user: 0, or the seconds until there may be another. */
  readonly admit: (userId: VendorUserId) => Promise<WaitSeconds>;
}

/** The vendor's list endpoint: each answer is kept for a minute, a failure for some seconds, and all who want one at a moment ask once. */
export function agendaEndpoint(options: AgendaOptions): FindAgenda {
  const { client, store, keys, nonce, defaultZone, questionMs, admit } = options;
  const left = outcomeHandoff(store, keys, FAILED_SECONDS);
  const once = distributedSingleFlight<FetchOutcome>({
    store,
    waitMs: questionMs + HANDOVER_MS,
    left,
    nonce,
  });
  const inFlight = singleFlight<Agenda>();

  return (userId, from, to) => {
    const key = keys.agenda(userId, from, to);
    const lease = keys.lease(key);

    return inFlight(key, async () => {
      const known = await look();
      if (known !== undefined) return agendaOf(known, from, to);
      const seconds = await admit(userId);
      if (seconds > 0) return { kind: 'throttled', seconds };
      return agendaOf(await once.answer({ lease, look, ask }), from, to);
    });

    async function look(): Promise<FetchOutcome | undefined> {
      const kept = await store.get(key);
      if (kept === undefined) return left.find(lease);
      const known = readStored(kept, defaultZone);
      return known?.kind === 'withdrawn' ? undefined : known;
    }

    async function ask(): Promise<FetchOutcome> {
      const reply = await client(LIST, {
        startTime: { digits: String(from) },
        endTime: { digits: String(to) },
        userId: { digits: userId },
        inCycle: { digits: '1' },
      });
      if (reply.kind !== 'answered') return reply;
      const entries: readonly unknown[] = Array.isArray(reply.result) ? reply.result : [];
      const { meetings, stored } = decodeMeetings(entries, defaultZone, () => {});
      const [first, ...others] = meetings;
      if (entries.length > 0 && first === undefined) return { kind: 'unreadable', report: reply.report };
      if (first === undefined) {
        await store.set(key, writeNotFound(from), KEPT_SECONDS);
        return { kind: 'not-found', at: from };
      }
      await store.set(key, writeFound(from, stored), KEPT_SECONDS);
      return { kind: 'found', at: from, occurrences: [first, ...others] };
    }
  };
}

function agendaOf(outcome: FetchOutcome, from: UnixSeconds, to: UnixSeconds): Agenda {
  if (outcome.kind === 'not-found') return { kind: 'found', meetings: [] };
  if (outcome.kind !== 'found') return outcome;
  const meetings = outcome.occurrences.filter(({ start, end }) => start < to && (end ?? start) >= from);
  return { kind: 'found', meetings };
}
