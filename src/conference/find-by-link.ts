import { hasJoinLink, joinLinksOf } from '../core/join-links.ts';
import type { Reference } from '../core/reference.ts';
import type { FindByEvent } from './find-by-event.ts';
import type { FindOptions, Lookup } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';

export type LinkReference = Extract<Reference, { kind: 'link' }>;

export interface FindByLinkOptions {
  readonly index: Pick<ReferenceIndex, 'links'>;
  readonly byEvent: FindByEvent;
  /** For a link that belongs to no known meeting; `known` looks into the index once more. */
  readonly search: (
    reference: LinkReference,
    options: FindOptions,
    known: () => Promise<Lookup | undefined>,
  ) => Promise<Lookup>;
}

/**
 * The index says only where to look: a meeting is shown for a link if one of its occurrences has that link. Otherwise the link is unknown and
 * is removed from that meeting's entry, so that the meeting that has it can be learned; unless the answer is older than the entry.
 */
export function findByLink({ index, byEvent, search }: FindByLinkOptions) {
  return async (reference: LinkReference, options: FindOptions): Promise<Lookup> => {
    let gone: Lookup | undefined;
    const known = async (): Promise<Lookup | undefined> => {
      const owner = await index.links.find(reference);
      if (owner === undefined) return undefined;
      const lookup = await byEvent(owner.eventId, options);
      if (lookup.kind === 'not-found') {
        gone = lookup;
        await index.links.forget(reference, owner.eventId, []);
        return undefined;
      }
      if (lookup.kind !== 'found') return lookup;
      const { occurrences } = lookup;
      if (occurrences.some((meeting) => hasJoinLink(meeting, reference, owner.match))) return lookup;
      if (lookup.asOf >= owner.since)
        await index.links.forget(reference, owner.eventId, occurrences.flatMap(joinLinksOf));
      return undefined;
    };
    const found = (await known()) ?? (await search(reference, options, known));
    return found.kind === 'unknown-link' ? (gone ?? found) : found;
  };
}
