import type { EventId } from '../../src/core/ids.ts';
import type { TrackedCard, TrackedOccurrence } from '../../src/tracking/tracked-card.ts';
import type { TrackedStore } from '../../src/tracking/tracked-store.ts';

interface Stored {
  readonly occurrences: Map<string, TrackedOccurrence>;
  readonly cards: Map<string, TrackedCard>;
  readonly notes: Set<string>;
}

/** Tracked meetings as objects: nothing is written as text, sealed or parsed. */
export function objectStore(): TrackedStore {
  const records = new Map<EventId, Stored>();

  function recordOf(event: EventId): Stored {
    const known = records.get(event) ?? { occurrences: new Map(), cards: new Map(), notes: new Set() };
    records.set(event, known);
    return known;
  }

  return {
    async size(event) {
      return recordOf(event).cards.size;
    },
    async read(event) {
      const { occurrences, cards } = recordOf(event);
      return { occurrences, cards, fields: [] };
    },
    card: async (event, id) => recordOf(event).cards.get(id),
    occurrence: async (event, name) => recordOf(event).occurrences.get(name),
    async putCard(event, id, card) {
      recordOf(event).cards.set(id, card);
    },
    async changeCard(event, id, card) {
      const { cards } = recordOf(event);
      const isFollowed = cards.has(id);
      if (isFollowed) cards.set(id, card);
      return isFollowed;
    },
    async removeCard(event, id) {
      recordOf(event).cards.delete(id);
    },
    async addOccurrence(event, name, occurrence) {
      const { occurrences } = recordOf(event);
      if (!occurrences.has(name)) occurrences.set(name, occurrence);
    },
    async changeOccurrence(event, name, occurrence) {
      const { occurrences } = recordOf(event);
      if (occurrences.has(name)) occurrences.set(name, occurrence);
    },
    async removeOccurrence(event, name) {
      recordOf(event).occurrences.delete(name);
    },
    async removeRecord(event) {
      records.delete(event);
    },
    async eraseMeeting(event) {
      records.delete(event);
    },
    note(event, note) {
      const { notes } = recordOf(event);
      return {
        async reserve() {
          if (notes.has(note)) return false;
          notes.add(note);
          return true;
        },
        async giveUp() {
          notes.delete(note);
        },
      };
    },
  };
}
