import { hasOtherNumber, type OtherNumber } from '../core/other-number.ts';
import type { FindByEvent } from './find-by-event.ts';
import type { FindOptions, FoundMeeting } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { NoAccount, VendorFailure } from './vendor.ts';

export interface FindByOtherNumberOptions {
  readonly index: Pick<ReferenceIndex, 'byOtherNumber' | 'forgetOtherNumber'>;
  readonly byEvent: FindByEvent;
}

/** A meeting by a number that it was seen with before, if it still has it; undefined where none is known to. */
export function findByOtherNumber({ index, byEvent }: FindByOtherNumberOptions) {
  return async (
    number: OtherNumber,
    options: FindOptions,
  ): Promise<FoundMeeting | NoAccount | VendorFailure | undefined> => {
    const id = await index.byOtherNumber(number);
    if (id === undefined) return undefined;
    const lookup = await byEvent(id, options);
    if (lookup.kind === 'unknown-link') return undefined;
    const isKnown = lookup.kind === 'found' || lookup.kind === 'not-found';
    if (!isKnown) return lookup;
    if (lookup.kind === 'found' && lookup.occurrences.some((meeting) => hasOtherNumber(meeting, number)))
      return { ...lookup, foundBy: number.kind };
    await index.forgetOtherNumber(number, id);
    return undefined;
  };
}
