import type { Meetings } from '../conference/lookup.ts';
import { type Change, changesBetween } from '../core/changes.ts';
import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { Keys } from '../storage/keys.ts';
import type { CardSender, Sent } from './card-sender.ts';
import { observe } from './observe.ts';
import type { SharedCards, SharedState } from './shared-card.ts';
import type { TrackedCard } from './tracked-card.ts';
import type { TrackedStore } from './tracked-store.ts';
import type { TrackingReports } from './tracking-reports.ts';

/** What came of one card: it shows its meeting, or is tried again, ahead of others by its changes, so much later. */
export type CardOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly afterMs: number; readonly changes: readonly Change[] }
  /** Slack takes no more calls of this tenant for so long. */
  | { readonly kind: 'limited'; readonly afterMs: number; readonly changes: readonly Change[] };

export type UpdateCard = (event: EventId, id: string) => Promise<CardOutcome>;

export interface UpdateCardOptions {
  readonly store: TrackedStore;
  readonly meetings: Pick<Meetings, 'find'>;
  readonly sender: CardSender;
  readonly cards: SharedCards;
  readonly keys: Pick<Keys, 'cardId'>;
  readonly clock: Clock;
  readonly report: TrackingReports;
  /** Told that a card is followed no more. */
  readonly onForgotten: (event: EventId, id: string) => Promise<void>;
}

/** Seconds: the check looked the meeting up just now; a card that waited longer in its lane asks again. */
const MAX_AGE = 30 * 60;

const BACKOFF_MS = 5000;
const BACKOFF_MAX_MS = 15 * 60 * 1000;

const DONE: CardOutcome = { kind: 'done' };

/**
 * Brings one card to what its meeting is now. It works out by itself what differs, so to run it once more changes nothing. Rejects with
 * `StorageUnavailable`.
 */
export function updateCard(options: UpdateCardOptions): UpdateCard {
  const { store, meetings, sender, cards, keys, clock, report, onForgotten } = options;

  return async (event, id) => {
    const card = await store.card(event, id);
    const known = card && (await store.occurrence(event, card.occurrence));
    if (card === undefined || known === undefined) return DONE;
    const lookup = await meetings.find({ kind: 'event', eventId: event }, { maxAge: MAX_AGE });
    if (lookup.kind !== 'found') return DONE;
    const now = secondsOf(clock);
    const { meeting, progress, seen } = observe(known, lookup, known.running, now);
    const state = { meeting, progress, now, asOf: lookup.asOf, isWithdrawn: lookup.rights === 'withdrawn' };
    const changes = changesBetween(card.shown, seen);
    const fingerprint = cards.fingerprint(card.place.kind, state);
    if (fingerprint !== card.fingerprint) {
      const sent = await send(card, state);
      report.cardUpdated(changes[0]?.kind ?? 'other', sent.kind);
      const failure = await afterFailure(event, id, card, sent, changes);
      if (failure !== undefined) return failure;
      const isFollowed = await store.changeCard(event, id, { ...card, fingerprint, attempts: 0 });
      if (!isFollowed) return DONE;
    }
    const sent = await tellThread(event, card, state, changes);
    const failure = await afterFailure(event, id, { ...card, fingerprint }, sent, changes);
    if (failure !== undefined) return failure;
    await store.changeCard(event, id, { ...card, fingerprint, shown: seen, attempts: 0 });
    return DONE;
  };

  function send({ place }: TrackedCard, state: SharedState): Promise<Sent> {
    return place.kind === 'message'
      ? sender.update(place, cards.message(state, place.sharedBy))
      : sender.unfurl(place, cards.unfurl(state));
  }

  /**
   * One note a thread, at most once: it is reserved before it is sent, and the reservation is given up only where Slack certainly did not
   * post it (docs/adr/0019-notes-at-most-once.md).
   */
  async function tellThread(
    event: EventId,
    { place }: TrackedCard,
    state: SharedState,
    changes: readonly Change[],
  ): Promise<Sent> {
    const [change] = changes;
    if (change?.kind !== 'cancelled' && change?.kind !== 'moved') return { kind: 'sent' };
    const note = cards.note(state, change);
    const thread = keys.cardId(place.channel, place.threadTs ?? place.ts, undefined);
    const told = change.kind === 'moved' ? JSON.stringify(change) : change.kind;
    const name = `${thread}:${keys.cardId(place.channel, told, undefined)}`;
    if (!(await store.reserveNote(event, name))) return { kind: 'sent' };
    const sent = await sender.note(place, note);
    report.noteSent(change.kind, sent.kind);
    if (sent.kind === 'limited' || sent.kind === 'retry') {
      await store.giveUpNote(event, name);
      return sent;
    }
    return sent.kind === 'uninstalled' ? sent : { kind: 'sent' };
  }

  /** Undefined where there is no failure, or where to try again would be of no use until the card changes again. */
  async function afterFailure(
    event: EventId,
    id: string,
    card: TrackedCard,
    sent: Sent,
    changes: readonly Change[],
  ): Promise<CardOutcome | undefined> {
    switch (sent.kind) {
      case 'sent':
        return undefined;
      case 'invalid':
        report.cardRefused(sent.reason);
        return undefined;
      case 'gone':
      case 'uninstalled':
        await store.removeCard(event, id);
        await onForgotten(event, id);
        return DONE;
      case 'limited':
        return { kind: 'limited', afterMs: sent.afterMs, changes };
      case 'retry':
      case 'unknown': {
        const attempts = card.attempts + 1;
        await store.changeCard(event, id, { ...card, attempts });
        return {
          kind: 'later',
          afterMs: Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (attempts - 1)),
          changes,
        };
      }
    }
  }
}
