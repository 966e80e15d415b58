import type { FoundMeeting } from '../conference/lookup.ts';
import { changesBetween } from '../core/changes.ts';
import { nextCheck } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import { phaseAt, type Running } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import { dueAt } from './importance.ts';
import { type Observed, observe } from './observe.ts';
import type { SharedCards } from './shared-card.ts';
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
  readonly cards: SharedCards;
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

/** Compares an occurrence with its cards. The cards are forgotten when their time is over and they show how it ended. */
export function checkOccurrence({
  store,
  cards,
  everySeconds,
  offset,
  enqueue,
  onForgotten,
  onTimesChanged,
}: CheckOccurrenceOptions) {
  return { withAnswer, withoutAnswer };

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
    const { seen, remembered } = observed;
    const isWithdrawn = lookup.rights === 'withdrawn';
    const state = { ...observed, now, asOf: lookup.asOf, isWithdrawn };
    const wanted = {
      message: cards.fingerprint('message', state),
      unfurl: cards.fingerprint('unfurl', state),
    };
    const outdated = followed.cards
      .map(([id, card]) => ({ id, card, changes: changesBetween(card.shown, seen) }))
      .filter(({ card, changes }) => changes.length > 0 || card.fingerprint !== wanted[card.place.kind]);
    await Promise.all(outdated.map(({ id, changes }) => enqueue(event, id, dueAt(now * 1000, changes))));
    const isEnqueued = outdated.length > 0;
    const next = nextCheck(seen, now, { ...remembered, everySeconds, offset });
    if (next !== undefined || isEnqueued) {
      await store.changeOccurrence(event, name, remembered);
      return { next: next ?? now + RETRY_SECONDS, isEnqueued };
    }
    await forget(followed);
    return { next: undefined, isEnqueued };
  }

  /** The vendor gave nothing. `isMissing`: it knows no such meeting, so there is no hurry to ask again. */
  async function withoutAnswer(followed: Followed, isMissing: boolean, now: UnixSeconds): Promise<Checked> {
    const { known } = followed;
    const phase = isOver(known) ? known.last.phase : phaseAt({ ...known.last, status: 'created' }, now);
    const next = nextCheck({ ...known.last, phase }, now, { ...known, everySeconds, offset });
    if (next === undefined) await forget(followed);
    const retry = isMissing ? next : now + RETRY_SECONDS;
    return { next: next === undefined ? undefined : retry, isEnqueued: false };
  }

  async function forget({ event, name, cards: followers }: Followed): Promise<void> {
    for (const [id] of followers) {
      await store.removeCard(event, id);
      await onForgotten(event, id);
    }
    await store.removeOccurrence(event, name);
  }
}

const isOver = ({ last }: TrackedOccurrence): boolean => last.phase === 'cancelled' || last.phase === 'ended';

/** Whether it was moved or cancelled. */
function hasOtherTimes({ last }: TrackedOccurrence, { seen }: Observed): boolean {
  return changesBetween(last, seen).some(({ kind }) => kind === 'moved' || kind === 'cancelled');
}
