import type { EventId } from '../core/ids.ts';
import { hasJoinLink, joinLinksOf } from '../core/join-links.ts';
import type { Reference } from '../core/reference.ts';
import type { FindOptions, Lookup } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';

export type LinkReference = Extract<Reference, { kind: 'link' }>;

export interface ByLinkOptions {
  readonly index: Pick<ReferenceIndex, 'links'>;
  readonly findEvent: (id: EventId, options: FindOptions) => Promise<Lookup>;
  /** What to do about a link that is no known meeting's. */
  readonly unknown: (reference: LinkReference) => Promise<Lookup>;
}

/**
 * The index only says where to look: a meeting is shown for a link if it has that link itself, in one of its occurrences. Else the link is
 * unknown, and no longer that meeting's, so that the one that has it can be learned; unless the copy is older than the entry.
 */
export function meetingsByLink({ index, findEvent, unknown }: ByLinkOptions) {
  return async (reference: LinkReference, options: FindOptions): Promise<Lookup> => {
    const owner = await index.links.find(reference);
    if (owner === undefined) return unknown(reference);
    const lookup = await findEvent(owner.eventId, options);
    if (lookup.kind === 'not-found') {
      await index.links.forget(reference, owner.eventId, []);
      const other = await unknown(reference);
      return other.kind === 'unknown-link' ? lookup : other;
    }
    if (lookup.kind !== 'found') return lookup;
    const { occurrences } = lookup;
    if (occurrences.some((meeting) => hasJoinLink(meeting, reference, owner.match))) return lookup;
    if (lookup.asOf >= owner.since) {
      await index.links.forget(reference, owner.eventId, occurrences.flatMap(joinLinksOf));
    }
    return unknown(reference);
  };
}
