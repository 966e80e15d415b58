import type { Lookup, Meetings } from '../conference/lookup.ts';
import { type Change, changesBetween, goneMeeting, type TrackedMeeting } from '../core/changes.ts';
import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { Keys } from '../storage/keys.ts';
import type { CardSender, Sent } from './card-sender.ts';
import { findTracked } from './find-tracked.ts';
import { observe } from './observe.ts';
import type { SharedCards, SharedCardsIn, SharedState } from './shared-card.ts';
import { tellThread } from './tell-thread.ts';
import type { TrackedCard, TrackedOccurrence } from './tracked-card.ts';
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
  readonly cardsIn: SharedCardsIn;
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
  const { store, meetings, sender, cardsIn, clock, report, onForgotten } = options;
  const find = findTracked(meetings);
  const tell = tellThread(options);

  return async (event, id) => {
    const card = await store.card(event, id);
    const known = card && (await store.occurrence(event, card.occurrence));
    if (card === undefined || known === undefined) return DONE;
    const lookup = await find(event, { maxAge: MAX_AGE });
    const current = currentState(event, known, lookup, secondsOf(clock));
    if (current === undefined) return DONE;
    const { seen, state } = current;
    const cards = await cardsIn(card.place.channel);
    if (!cards.follow) {
      await forget(event, id);
      return DONE;
    }
    const changes = changesBetween(card.shown, seen);
    const fingerprint = cards.fingerprint(card.place, state);
    if (fingerprint !== card.fingerprint) {
      const sent = await send(card, cards, state);
      report.cardUpdated(changes[0]?.kind ?? 'other', sent.kind);
      const failure = await afterFailure(event, id, card, sent, changes);
      if (failure !== undefined) return failure;
      const isFollowed = await store.changeCard(event, id, { ...card, fingerprint, attempts: 0 });
      if (!isFollowed) return DONE;
    }
    const sent = await tell(event, card, cards, state, changes);
    const failure = await afterFailure(event, id, { ...card, fingerprint }, sent, changes);
    if (failure !== undefined) return failure;
    await store.changeCard(event, id, { ...card, fingerprint, shown: seen, attempts: 0 });
    return DONE;
  };

  async function forget(event: EventId, id: string): Promise<void> {
    await store.removeCard(event, id);
    await onForgotten(event, id);
  }

  function send({ place }: TrackedCard, cards: SharedCards, state: SharedState): Promise<Sent> {
    return place.kind === 'message'
      ? sender.update(place, cards.message(state, place))
      : sender.unfurl(place, cards.unfurl(state, place.reach));
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
        await forget(event, id);
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

/** What a card should show; undefined where the vendor does not say. */
function currentState(
  event: EventId,
  known: TrackedOccurrence,
  lookup: Lookup,
  now: UnixSeconds,
): { readonly seen: TrackedMeeting; readonly state: SharedState } | undefined {
  const { missing, last, running } = known;
  if (lookup.kind === 'found') {
    const { meeting, progress, seen } = observe(known, lookup, running, now);
    const isWithdrawn = lookup.rights === 'withdrawn';
    return { seen, state: { kind: 'found', meeting, progress, now, asOf: lookup.asOf, isWithdrawn } };
  }
  if (lookup.kind !== 'not-found' || missing?.isConfirmed !== true) return undefined;
  const seen = goneMeeting(last, missing.since);
  const isAhead = last.start === undefined || missing.since < last.start;
  return { seen, state: { kind: 'gone', meeting: { ...seen, eventId: event }, isAhead } };
}
