import { hasJoinLink, joinLinksOf } from '../core/join-links.ts';
import type { Reference } from '../core/reference.ts';
import type { FindByEvent } from './find-by-event.ts';
import type { FindOptions, Lookup } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';

export type LinkReference = Extract<Reference, { kind: 'link' }>;

export interface FindByLinkOptions {
  readonly index: Pick<ReferenceIndex, 'links'>;
  readonly byEvent: FindByEvent;
  /** For a link that belongs to no known meeting. */
  readonly byVendor: (reference: LinkReference) => Promise<Lookup>;
}

/**
 * The index says only where to look: a meeting is shown for a link if one of its occurrences has that link. Otherwise the link is unknown and
 * is removed from that meeting's entry, so that the meeting that has it can be learned; unless the answer is older than the entry.
 */
export function findByLink({ index, byEvent, byVendor }: FindByLinkOptions) {
  return async (reference: LinkReference, options: FindOptions): Promise<Lookup> => {
    const owner = await index.links.find(reference);
    if (owner === undefined) return byVendor(reference);
    const lookup = await byEvent(owner.eventId, options);
    if (lookup.kind === 'not-found') {
      await index.links.forget(reference, owner.eventId, []);
      const other = await byVendor(reference);
      return other.kind === 'unknown-link' ? lookup : other;
    }
    if (lookup.kind !== 'found') return lookup;
    const { occurrences } = lookup;
    if (occurrences.some((meeting) => hasJoinLink(meeting, reference, owner.match))) return lookup;
    if (lookup.asOf >= owner.since) {
      await index.links.forget(reference, owner.eventId, occurrences.flatMap(joinLinksOf));
    }
    return byVendor(reference);
  };
}
