import type { Card } from '../cards/blocks.ts';
import type { Meeting } from '../core/meeting.ts';

/** Cards kept of one copy of a meeting: one for each reader's view, language and minute. */
const CARDS_KEPT = 50;

/** Makes a card, or finds the one that was made of the same copy on the same terms. */
export type CardMemo = (meeting: Meeting, terms: string, make: () => Card) => Card;

/**
 * A card is a function of a copy of a meeting and of terms (who reads, where, in which language and minute), so for the same it is not
 * rendered again. What is kept goes with the copy, which lives for seconds in this process.
 */
export function cardMemo(): CardMemo {
  const kept = new WeakMap<Meeting, Map<string, Card>>();
  return (meeting, terms, make) => {
    const known = kept.get(meeting) ?? new Map<string, Card>();
    const card = known.get(terms);
    if (card !== undefined) return card;
    const made = make();
    if (known.size >= CARDS_KEPT) known.clear();
    kept.set(meeting, known.set(terms, made));
    return made;
  };
}
