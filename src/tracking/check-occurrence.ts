import type { FoundMeeting } from '../conference/lookup.ts';
import { type Change, changesBetween, goneMeeting } from '../core/changes.ts';
import { nextCheck } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import { phaseAt, type Running } from '../core/schedule.ts';
import type { AskedWith } from '../core/tenant.ts';
import type { UnixSeconds } from '../core/time.ts';
import { dueAt } from './importance.ts';
import { type Observed, observe } from './observe.ts';
import type { SharedCards, SharedCardsIn } from './shared-card.ts';
import type { TrackedCard, TrackedOccurrence } from './tracked-card.ts';
import type { TrackedStore } from './tracked-store.ts';

/** An occurrence of a meeting with the cards that follow it. */
export interface Followed {
  readonly event: EventId;
  readonly name: string;
  readonly known: TrackedOccurrence;
  readonly cards: readonly (readonly [id: string, card: TrackedCard])[];
}

export interface CheckOccurrenceOptions {
  readonly store: TrackedStore;
  /** The account that answers now. */
  readonly askedWith: AskedWith;
  readonly cardsIn: SharedCardsIn;
  /** `CARD_CHECK_SECONDS`. */
  readonly everySeconds: number | undefined;
  /** Of the tenant's checks (`checkOffset`). */
  readonly offset: number;
  /** Puts a card into its lane, to be updated at this time (milliseconds). */
  readonly enqueue: (event: EventId, id: string, at: number) => Promise<void>;
  readonly onForgotten: (event: EventId, id: string) => Promise<void>;
  /** Told that an occurrence was moved or cancelled. */
  readonly onTimesChanged: (event: EventId) => Promise<void>;
}

/** When to ask again, undefined for never, and whether cards were put into the lane. */
export interface Checked {
  readonly next: number | undefined;
  readonly isEnqueued: boolean;
}

/** Until the next check, where the vendor gave nothing to go by, or where cards do not show yet how their meeting ended. */
const RETRY_SECONDS = 60;

/** A meeting that the vendor does not know counts as gone if the vendor says the same so much later. */
export const CONFIRM_SECONDS = 60;

/** Compares an occurrence with its cards. The cards are forgotten when their time is over and they show how it ended. */
export function checkOccurrence({
  store,
  askedWith,
  cardsIn,
  everySeconds,
  offset,
  enqueue,
  onForgotten,
  onTimesChanged,
}: CheckOccurrenceOptions) {
  return { withAnswer, withoutMeeting, withoutAnswer };

  async function withAnswer(
    followed: Followed,
    lookup: FoundMeeting,
    running: Running | undefined,
    now: UnixSeconds,
  ): Promise<Checked> {
    const { event, name, known } = followed;
    const observed = observe(known, lookup, running, now);
    const isChanged = hasOtherTimes(known, observed);
    // An old copy would take back what is known of the times.
    if (isChanged && lookup.freshness === 'stale') return { next: now + RETRY_SECONDS, isEnqueued: false };
    if (isChanged) await onTimesChanged(event);
    const { seen } = observed;
    const remembered = { ...observed.remembered, seenWith: askedWith };
    const isWithdrawn = lookup.rights === 'withdrawn';
    const state = { kind: 'found', ...observed, now, asOf: lookup.asOf, isWithdrawn } as const;
    const wanted = new Map<SharedCards, Map<string, string>>();
    const isOutdated = ({ place, fingerprint }: TrackedCard, cards: SharedCards): boolean => {
      const look = `${place.kind} ${place.reach}`;
      const known = wanted.get(cards) ?? new Map<string, string>();
      const current = known.get(look) ?? cards.fingerprint(place, state);
      wanted.set(cards, known.set(look, current));
      return fingerprint !== current;
    };
    const kept = await followedCards(followed);
    if (kept.length === 0) return forget(followed);
    const outdated = kept
      .map(({ id, card, cards }) => ({ id, card, cards, changes: changesBetween(card.shown, seen) }))
      .filter(({ card, cards, changes }) => changes.length > 0 || isOutdated(card, cards));
    const next = nextCheck(seen, now, { ...remembered, everySeconds, offset });
    if (next === undefined && outdated.length === 0) return forget(followed);
    await store.changeOccurrence(event, name, remembered);
    return update(event, outdated, now, next);
  }

  /**
   * The vendor knows no such meeting. It may be wrong once: only when it says so again, some time later, is the meeting gone. Its cards are
   * forgotten when they show that. What another account knew may be there as before: this one says nothing of it.
   */
  async function withoutMeeting(followed: Followed, now: UnixSeconds): Promise<Checked> {
    const { event, name, known } = followed;
    if (known.seenWith !== undefined && known.seenWith !== askedWith) return whereUnseen(followed, now);
    const { since, isConfirmed } = known.missing ?? { since: now, isConfirmed: false };
    if (!isConfirmed && now - since < CONFIRM_SECONDS) {
      await store.changeOccurrence(event, name, { ...known, missing: { since, isConfirmed } });
      const again = everySeconds ?? CONFIRM_SECONDS;
      return { next: Math.min(since + CONFIRM_SECONDS, now + again), isEnqueued: false };
    }
    const last = goneMeeting(known.last, since);
    const outdated = followed.cards
      .map(([id, card]) => ({ id, changes: changesBetween(card.shown, last) }))
      .filter(({ changes }) => changes.length > 0);
    if (outdated.length === 0 && last.phase === 'gone') return forget(followed);
    if (!isConfirmed && last.phase === 'gone') await onTimesChanged(event);
    const remembered = { ...known, last, missing: { since, isConfirmed: true } };
    const next = nextCheck(last, now, { ...remembered, everySeconds, offset });
    if (next === undefined && outdated.length === 0) return forget(followed);
    // Before the cards are in their lane: whoever updates them must know that the meeting is gone.
    await store.changeOccurrence(event, name, remembered);
    return update(event, outdated, now, last.phase === 'gone' ? undefined : next);
  }

  /** The vendor gave no answer. */
  async function withoutAnswer(followed: Followed, now: UnixSeconds): Promise<Checked> {
    const { next } = await whereUnseen(followed, now);
    return { next: next === undefined ? undefined : now + RETRY_SECONDS, isEnqueued: false };
  }

  /** Nothing new is known: the cards stay as they are, until their time is over. */
  async function whereUnseen(followed: Followed, now: UnixSeconds): Promise<Checked> {
    const { known } = followed;
    const phase = isOver(known) ? known.last.phase : phaseAt({ ...known.last, status: 'created' }, now);
    const next = nextCheck({ ...known.last, phase }, now, { ...known, everySeconds, offset });
    return next === undefined ? forget(followed) : { next, isEnqueued: false };
  }

  async function update(
    event: EventId,
    outdated: readonly { readonly id: string; readonly changes: readonly Change[] }[],
    now: UnixSeconds,
    next: number | undefined,
  ): Promise<Checked> {
    await Promise.all(outdated.map(({ id, changes }) => enqueue(event, id, dueAt(now * 1000, changes))));
    return { next: next ?? now + RETRY_SECONDS, isEnqueued: outdated.length > 0 };
  }

  /** The cards in channels whose cards follow their meeting. Those in other channels are forgotten, since that was set later. */
  async function followedCards({ event, cards: followers }: Followed) {
    const kept: { readonly id: string; readonly card: TrackedCard; readonly cards: SharedCards }[] = [];
    for (const [id, card] of followers) {
      const cards = await cardsIn(card.place.channel);
      if (cards.follow) kept.push({ id, card, cards });
      else await forgetCard(event, id);
    }
    return kept;
  }

  async function forgetCard(event: EventId, id: string): Promise<void> {
    await store.removeCard(event, id);
    await onForgotten(event, id);
  }

  async function forget({ event, name, cards: followers }: Followed): Promise<Checked> {
    for (const [id] of followers) await forgetCard(event, id);
    await store.removeOccurrence(event, name);
    return { next: undefined, isEnqueued: false };
  }
}

const isOver = ({ last }: TrackedOccurrence): boolean => last.phase !== 'upcoming' && last.phase !== 'live';

/** Whether it was moved or cancelled. */
function hasOtherTimes({ last }: TrackedOccurrence, { seen }: Observed): boolean {
  return changesBetween(last, seen).some(({ kind }) => kind === 'moved' || kind === 'cancelled');
}
