import type { ConferenceAccount } from '../../core/tenant.ts';
import type { ZoneName } from '../../core/time.ts';
import type { Bulkhead } from '../../lib/bulkhead.ts';
import type { ConferenceVendor } from '../vendor.ts';
import { findAccount } from './accounts.ts';
import { boundedClient } from './endpoint/bounded-client.ts';
import { type CallOutcome, type EndpointOptions, endpointClient } from './endpoint/client.ts';
import { listMeetings } from './list.ts';
import { listAttendees, listLive } from './live.ts';
import { findMeetings } from './meetings.ts';

/** What all accounts of a process share is passed in: `bulkhead` and `readBody` bound their work together. */
export interface QuanshiOptions extends Omit<EndpointOptions, 'url' | 'credentials' | 'onCall'> {
  readonly account: ConferenceAccount;
  /** Bounds the questions about meetings. Questions about accounts are bounded by the caller. */
  readonly bulkhead: Bulkhead;
  /** The zone of a meeting that names none. */
  readonly defaultZone: ZoneName;
  /** Told the outcome and duration of each question; for `busy`, the time that it waited. */
  readonly onCall: (outcome: CallOutcome, milliseconds: number) => void;
  /** Told the paths of the fields that were left out of one answer, never their values; of many, the first. */
  readonly onDropped: (fields: readonly string[]) => void;
}

/** The adapter for Quanshi (docs/conference-endpoint.md). Each account has its own circuit breaker. */
export function quanshi({
  account,
  bulkhead,
  defaultZone,
  onDropped,
  ...options
}: QuanshiOptions): ConferenceVendor {
  const { url, credentials, userId, linkLookupPath } = account;
  const client = endpointClient({ ...options, url, credentials });
  const bounded = boundedClient({ client, bulkhead, onBusy: (ms) => options.onCall('busy', ms) });
  return {
    canFindByLink: linkLookupPath !== undefined,
    findMeetings: findMeetings({ client: bounded, userId, linkLookupPath, defaultZone, onDropped }),
    findAccount: findAccount(client),
    listMeetings: listMeetings(bounded, defaultZone),
    listLive: listLive(bounded),
    listAttendees: listAttendees(bounded),
  };
}
