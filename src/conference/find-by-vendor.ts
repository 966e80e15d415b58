import { hasJoinLink } from '../core/join-links.ts';
import type { Reference } from '../core/reference.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { Keys } from '../storage/keys.ts';
import type { CacheReader } from './cache-reader.ts';
import type { DistributedSingleFlight } from './distributed-single-flight.ts';
import type { FetchAndStore, FetchOutcome } from './fetch-and-store.ts';
import type { LinkReference } from './find-by-link.ts';
import { lookupOf } from './found-meeting.ts';
import type { Lookup } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { LatestAnswer } from './stored-answer.ts';
import type { TtlOptions } from './ttl-policy.ts';

export type IndexedReference = Exclude<Reference, { kind: 'event' }>;

export interface FindByVendorOptions {
  readonly reader: CacheReader;
  readonly fetcher: FetchAndStore;
  readonly singleFlight: DistributedSingleFlight<FetchOutcome>;
  readonly index: ReferenceIndex;
  readonly keys: Pick<Keys, 'lease' | 'wholeLink' | 'hostPassword'>;
  readonly clock: Clock;
  readonly ttl: TtlOptions;
}

/** Asks the vendor by a host password or a link that the index does not know. Another process may learn it meanwhile. */
export function findByVendor(options: FindByVendorOptions) {
  const { reader, fetcher, singleFlight, index, keys, clock, ttl } = options;

  return async (reference: IndexedReference): Promise<Lookup> => {
    const isLink = reference.kind === 'link';
    const key = isLink ? keys.wholeLink(reference) : keys.hostPassword(reference.password);
    const since = secondsOf(clock);
    const outcome = await singleFlight.run({
      lease: keys.lease(key),
      find: (waited) => learnedMeanwhile(reference, waited ? since : undefined),
      fetch: () => fetcher.fetch(reference),
    });
    if (outcome.kind === 'not-found') return { kind: 'not-found', reference: reference.kind };
    return outcome.kind === 'found' ? lookupOf(outcome, { since, now: secondsOf(clock) }, ttl) : outcome;
  };

  async function learnedMeanwhile(
    reference: IndexedReference,
    since: UnixSeconds | undefined,
  ): Promise<LatestAnswer | undefined> {
    if (reference.kind === 'link') return ownerOf(reference, since);
    const id = await index.byHostPassword(reference.password);
    return id === undefined ? undefined : reader.freshOrSince(id, undefined, since);
  }

  async function ownerOf(
    reference: LinkReference,
    since: UnixSeconds | undefined,
  ): Promise<LatestAnswer | undefined> {
    const owner = await index.links.find(reference);
    if (owner === undefined) return undefined;
    const answer = await reader.freshOrSince(owner.eventId, undefined, since);
    if (answer?.kind !== 'found') return undefined;
    const hasLink = answer.occurrences.some((meeting) => hasJoinLink(meeting, reference, owner.match));
    return hasLink ? answer : undefined;
  }
}
