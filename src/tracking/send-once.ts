import type { DurableRecords } from '../storage/durable-records.ts';
import type { Sent } from './card-sender.ts';

/** The right to send something, which one of all processes gets. Rejects with `StorageUnavailable`. */
export interface Reservation {
  /** True for whoever calls first. */
  reserve(): Promise<boolean>;
  /** Gives it to whoever calls next: what it was for was certainly not sent. */
  giveUp(): Promise<void>;
}

export interface ReservationOptions {
  readonly records: Pick<DurableRecords, 'setFieldIfAbsent' | 'field' | 'deleteField'>;
  readonly key: string;
  readonly field: string;
  readonly expirySeconds: number;
  readonly nonce: () => string;
}

/** A reservation that is a field of a record. */
export function reservation({ records, key, field, expirySeconds, nonce }: ReservationOptions): Reservation {
  const giveUp = (): Promise<void> => records.deleteField(key, field);

  /** Only what this process wrote: another one may have sent what its own reservation was for. */
  async function takeBack(token: string): Promise<void> {
    if ((await records.field(key, field)) === token) await giveUp();
  }

  return {
    giveUp,
    async reserve() {
      const token = nonce();
      try {
        return await records.setFieldIfAbsent(key, field, token, expirySeconds);
      } catch (error) {
        // A write that was not confirmed may still be done, before what follows it on the same connection.
        await takeBack(token).catch(() => {});
        throw error;
      }
    },
  };
}

/**
 * Sends something once over all processes: it is reserved right before, and the reservation is given up only where Slack certainly did not
 * take it (docs/adr/0019-notes-at-most-once.md). `reserved`: it was, or is being, sent elsewhere.
 */
export async function sendOnce(
  { reserve, giveUp }: Reservation,
  send: () => Promise<Sent>,
): Promise<Sent | { readonly kind: 'reserved' }> {
  if (!(await reserve())) return { kind: 'reserved' };
  const sent = await send();
  if (sent.kind === 'limited' || sent.kind === 'retry') await giveUp();
  return sent;
}
