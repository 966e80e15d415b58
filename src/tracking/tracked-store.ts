import { TRACKED_SECONDS_MAX } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import type { Keys } from '../storage/keys.ts';
import { type Reservation, reservation } from './send-once.ts';
import { readCard, readOccurrence, write } from './stored-record.ts';
import type { TrackedCard, TrackedOccurrence, TrackedRecord } from './tracked-card.ts';

/** A day more than anything is followed. */
const EXPIRY_SECONDS = TRACKED_SECONDS_MAX + 24 * 60 * 60;

const OCCURRENCE = 'o:';
const CARD = 'c:';
const NOTE = 'n:';

/** The cards of one tenant that follow their meetings, a record for each meeting. Rejects with `StorageUnavailable`. */
export interface TrackedStore {
  read(event: EventId): Promise<TrackedRecord>;
  /** How many fields a meeting has: its cards, its occurrences, and what its notes were about. */
  size(event: EventId): Promise<number>;
  card(event: EventId, id: string): Promise<TrackedCard | undefined>;
  occurrence(event: EventId, name: string): Promise<TrackedOccurrence | undefined>;
  putCard(event: EventId, id: string, card: TrackedCard): Promise<void>;
  /** Changes a card that is still followed; false where it is not. */
  changeCard(event: EventId, id: string, card: TrackedCard): Promise<boolean>;
  removeCard(event: EventId, id: string): Promise<void>;
  /** Adds an occurrence unless it is there. */
  addOccurrence(event: EventId, name: string, occurrence: TrackedOccurrence): Promise<void>;
  /** Changes an occurrence that is still followed. */
  changeOccurrence(event: EventId, name: string, occurrence: TrackedOccurrence): Promise<void>;
  removeOccurrence(event: EventId, name: string): Promise<void>;
  /** Deletes what was read of a meeting; what was added since then stays. */
  removeRecord(event: EventId, record: TrackedRecord): Promise<void>;
  /** Deletes everything of a meeting. */
  eraseMeeting(event: EventId): Promise<void>;
  /** The right to post a note. */
  note(event: EventId, note: string): Reservation;
}

export function trackedStore(
  records: DurableRecords,
  { tracked }: Pick<Keys, 'tracked'>,
  nonce: () => string,
): TrackedStore {
  return {
    async read(event) {
      const fields = await records.fields(tracked(event));
      return {
        occurrences: parsed(fields, OCCURRENCE, readOccurrence),
        cards: parsed(fields, CARD, readCard),
        fields: [...fields.keys()],
      };
    },
    size: (event) => records.size(tracked(event)),
    card: async (event, id) => readCard(await records.field(tracked(event), CARD + id)),
    occurrence: async (event, name) => readOccurrence(await records.field(tracked(event), OCCURRENCE + name)),
    putCard: (event, id, card) => records.setField(tracked(event), CARD + id, write(card), EXPIRY_SECONDS),
    changeCard: (event, id, card) =>
      records.replaceField(tracked(event), CARD + id, write(card), EXPIRY_SECONDS),
    removeCard: (event, id) => records.deleteField(tracked(event), CARD + id),
    async addOccurrence(event, name, occurrence) {
      const text = write(occurrence);
      await records.setFieldIfAbsent(tracked(event), OCCURRENCE + name, text, EXPIRY_SECONDS);
    },
    async changeOccurrence(event, name, occurrence) {
      const text = write(occurrence);
      await records.replaceField(tracked(event), OCCURRENCE + name, text, EXPIRY_SECONDS);
    },
    removeOccurrence: (event, name) => records.deleteField(tracked(event), OCCURRENCE + name),
    async removeRecord(event, { fields }) {
      if (fields.length > 0) await records.deleteRecord(tracked(event), fields);
    },
    eraseMeeting: (event) => records.eraseRecord(tracked(event)),
    note: (event, note) =>
      reservation({ records, key: tracked(event), field: NOTE + note, expirySeconds: EXPIRY_SECONDS, nonce }),
  };
}

function parsed<T>(
  fields: ReadonlyMap<string, string>,
  prefix: string,
  read: (text: string) => T | undefined,
): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const [field, text] of fields) {
    const value = field.startsWith(prefix) ? read(text) : undefined;
    if (value !== undefined) known.set(field.slice(prefix.length), value);
  }
  return known;
}
