import type { Keys } from '../cache/keys.ts';
import type { Store } from '../cache/store.ts';
import type { VendorUserId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import { decodeMeetings } from './decoder/meeting.ts';
import type { EndpointClient } from './endpoint/client.ts';
import type { SourceFailure } from './source.ts';
import { readStored, writeFound } from './stored-answer.ts';

const LIST = '/confopenapi/room/conference/list';

/** A list changes slowly; a Home tab that is opened again and again asks once a minute. */
const KEPT_SECONDS = 60;

/** A person's meetings that start within a span, in no order; recurring ones once an occurrence. */
export type Agenda = { readonly kind: 'found'; readonly meetings: readonly Meeting[] } | SourceFailure;

/** The meetings of one vendor user from `from` to before `to`. Never rejects. */
export type FindAgenda = (userId: VendorUserId, from: UnixSeconds, to: UnixSeconds) => Promise<Agenda>;

export interface AgendaOptions {
  readonly client: EndpointClient;
  readonly store: Store;
  readonly keys: Pick<Keys, 'agenda'>;
  readonly defaultZone: ZoneName;
}

/** The vendor's list endpoint (conference-api.md, "Other endpoints"), each answer kept for a minute. */
export function agendaEndpoint({ client, store, keys, defaultZone }: AgendaOptions): FindAgenda {
  return async (userId, from, to) => {
    const key = keys.agenda(userId, from, to);
    const kept = await store.get(key);
    const known = kept === undefined ? undefined : readStored(kept, defaultZone);
    if (known?.kind === 'found') return within(known.occurrences, from, to);
    const reply = await client(LIST, {
      startTime: { digits: String(from) },
      endTime: { digits: String(to) },
      userId: { digits: userId },
      inCycle: { digits: '1' },
    });
    if (reply.kind !== 'answered') return reply;
    const entries: readonly unknown[] = Array.isArray(reply.result) ? reply.result : [];
    const { meetings, stored } = decodeMeetings(entries, defaultZone, () => {});
    if (meetings.length > 0) await store.set(key, writeFound(from, stored), KEPT_SECONDS);
    return within(meetings, from, to);
  };
}

function within(meetings: readonly Meeting[], from: UnixSeconds, to: UnixSeconds): Agenda {
  return {
    kind: 'found',
    meetings: meetings.filter(({ start, end }) => start < to && (end ?? start) >= from),
  };
}
