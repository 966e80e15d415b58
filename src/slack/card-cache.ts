import { LRUCache } from 'lru-cache';
import type { Card } from '../cards/blocks.ts';
import type { Meeting } from '../core/meeting.ts';
import { perObject } from './per-object.ts';

/** Some fifteen kilobytes each, with the JSON that is kept of it. */
const CARDS_KEPT = 200;

/** Makes a card, or finds the one that was made of the same copy on the same terms. */
export type CardCache = (meeting: Meeting, terms: string, make: () => Card) => Card;

/**
 * A card is a function of a copy of a meeting and of terms (which view, where, in which language and minute), so for the same it is not
 * rendered again. The least recently shown leave first; a copy that was read anew is another copy.
 */
export function cardCache(): CardCache {
  const cards = new LRUCache<string, Card>({ max: CARDS_KEPT });
  let copies = 0;
  const numberOf = perObject((_meeting: Meeting) => {
    copies += 1;
    return copies;
  });

  return (meeting, terms, make) => {
    const key = `${numberOf(meeting)} ${terms}`;
    const known = cards.get(key);
    if (known !== undefined) return known;
    const made = make();
    cards.set(key, made);
    return made;
  };
}
