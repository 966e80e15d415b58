import type { Change } from '../core/changes.ts';
import type { EventId } from '../core/ids.ts';
import type { Keys } from '../storage/keys.ts';
import type { CardSender, Sent } from './card-sender.ts';
import { sendOnce } from './send-once.ts';
import type { SharedCards, SharedState } from './shared-card.ts';
import type { TrackedCard } from './tracked-card.ts';
import type { TrackedStore } from './tracked-store.ts';
import type { TrackingReports } from './tracking-reports.ts';

export interface TellThreadOptions {
  readonly store: Pick<TrackedStore, 'note'>;
  readonly sender: Pick<CardSender, 'note'>;
  readonly keys: Pick<Keys, 'cardId'>;
  readonly report: Pick<TrackingReports, 'noteSent'>;
}

/** Tells the thread of a card what happened to its meeting. */
export type TellThread = (
  event: EventId,
  card: TrackedCard,
  cards: Pick<SharedCards, 'note'>,
  state: SharedState,
  changes: readonly Change[],
) => Promise<Sent>;

const DONE: Sent = { kind: 'sent' };

/** One note a thread, at most once (docs/adr/0019-notes-at-most-once.md). Rejects with `StorageUnavailable`. */
export function tellThread({ store, sender, keys, report }: TellThreadOptions): TellThread {
  return async (event, { place }, cards, state, [change]) => {
    if (change?.kind !== 'cancelled' && change?.kind !== 'gone' && change?.kind !== 'moved') return DONE;
    const note = cards.note(state, change, place.reach);
    if (note === undefined) return DONE;
    const thread = keys.cardId(place.channel, place.threadTs ?? place.ts, undefined);
    const told = change.kind === 'moved' ? JSON.stringify(change) : change.kind;
    const name = `${thread}:${keys.cardId(place.channel, told, undefined)}`;
    const sent = await sendOnce(store.note(event, name), () => sender.note(place, note));
    if (sent.kind === 'reserved') return DONE;
    report.noteSent(change.kind, sent.kind);
    // A card is not given up because its thread takes no note, and what may have been posted is not posted again.
    return sent.kind === 'limited' || sent.kind === 'retry' || sent.kind === 'uninstalled' ? sent : DONE;
  };
}
