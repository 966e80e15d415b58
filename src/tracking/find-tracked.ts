import type { FindOptions, Lookup, Meetings } from '../conference/lookup.ts';
import type { EventId } from '../core/ids.ts';

export type FindTracked = (event: EventId, options: FindOptions) => Promise<Lookup>;

/**
 * The meeting with this event id and no other: where there is none any more, the same digits may be the conference number of another meeting,
 * which helps whoever types them and must not appear on the cards of the first.
 */
export function findTracked({ find }: Pick<Meetings, 'find'>): FindTracked {
  return async (event, options) => {
    const lookup = await find({ kind: 'event', eventId: event }, options);
    const isOther = lookup.kind === 'found' && lookup.meeting.eventId !== event;
    return isOther ? { kind: 'not-found', reference: 'event' } : lookup;
  };
}
