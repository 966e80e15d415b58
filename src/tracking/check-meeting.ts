import type { FindLive } from '../conference/live-meetings.ts';
import type { Meetings } from '../conference/lookup.ts';
import { changesBetween } from '../core/changes.ts';
import { nextCheck } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import type { PostedCard } from '../core/posted-card.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { dueAt } from './importance.ts';
import { mayRun, type Observed, observe, runningOf } from './observe.ts';
import type { SharedCards } from './shared-card.ts';
import type { TrackedCard, TrackedOccurrence, TrackedRecord } from './tracked-card.ts';
import type { TrackedStore } from './tracked-store.ts';

export interface CheckMeetingOptions {
  readonly store: TrackedStore;
  readonly meetings: Pick<Meetings, 'find'>;
  readonly findLive: FindLive;
  readonly cards: SharedCards;
  /** Where hints are noted. */
  readonly hints: Pick<CacheStore, 'get'>;
  readonly keys: Pick<Keys, 'hint'>;
  readonly clock: Clock;
  /** `CARD_CHECK_SECONDS`. */
  readonly everySeconds: number | undefined;
  /** Puts a card into its lane, to be updated at this time (milliseconds). */
  readonly enqueue: (event: EventId, id: string, at: number) => Promise<void>;
  /** Told after cards were put into the lane. */
  readonly onEnqueued: () => Promise<void>;
  /** Told that an occurrence was moved or cancelled. */
  readonly onTimesChanged: (event: EventId) => Promise<void>;
  readonly onForgotten: (event: EventId, id: string) => Promise<void>;
}

/** Seconds. A check asks the vendor, unless somebody just did. */
const MAX_AGE = 5;

/** Seconds. While the list of live meetings tells that a meeting runs, the meeting itself is asked about this often. */
const MAX_AGE_LISTED = 30 * 60;

/** Seconds until the next check, where the vendor gave nothing to go by. */
const RETRY_SECONDS = 60;

/**
 * Asks about one meeting, once for all its cards, and puts those that no longer show what it is into their lane. Resolves to when to ask
 * again, in milliseconds; undefined where no card follows the meeting any more. Rejects with `StorageUnavailable`.
 */
export function checkMeeting(options: CheckMeetingOptions): (event: EventId) => Promise<number | undefined> {
  const { store, meetings, findLive, cards, hints, keys, clock, everySeconds } = options;

  return async (event) => {
    const record = await store.read(event);
    const followed = [...record.occurrences].filter(([name]) => cardsOf(record, name).length > 0);
    if (followed.length === 0) {
      await store.removeRecord(event, record);
      return undefined;
    }
    const isHinted = (await hints.get(keys.hint(event))) !== undefined;
    const now = secondsOf(clock);
    const asks = followed.some(([, occurrence]) => mayRun(occurrence, now));
    const live = asks ? await findLive(isHinted ? MAX_AGE : undefined) : ({ kind: 'unknown' } as const);
    const isListed = followed.every(
      ([, known]) => known.last.phase === 'live' && runningOf(live, { eventId: event }, known, now),
    );
    const maxAge = isListed && !isHinted ? MAX_AGE_LISTED : MAX_AGE;
    const lookup = await meetings.find({ kind: 'event', eventId: event }, { maxAge });
    const nexts: number[] = [];
    let isEnqueued = false;
    for (const [name, known] of followed) {
      if (lookup.kind !== 'found') {
        nexts.push(await withoutAnswer(event, record, name, known, now));
        continue;
      }
      const running = runningOf(live, { eventId: event }, known, now);
      const observed = observe(known, lookup, running, now);
      const hasNewTimes = changesTimes(known, observed);
      if (hasNewTimes && lookup.freshness === 'stale') {
        nexts.push(now + RETRY_SECONDS);
        continue;
      }
      const isWithdrawn = lookup.rights === 'withdrawn';
      const state = { ...observed, now, asOf: lookup.asOf, isWithdrawn };
      const next = nextCheck(observed.seen, now, { ...observed.remembered, everySeconds });
      if (next === undefined) {
        await forget(event, record, name);
        continue;
      }
      nexts.push(next);
      const wanted = {
        message: cards.fingerprint('message', state),
        unfurl: cards.fingerprint('unfurl', state),
      };
      if (hasNewTimes) await options.onTimesChanged(event);
      isEnqueued = (await enqueueOutdated(event, cardsOf(record, name), observed, wanted)) || isEnqueued;
      await store.changeOccurrence(event, name, observed.remembered);
    }
    if (isEnqueued) await options.onEnqueued();
    return nexts.length === 0 ? undefined : Math.min(...nexts) * 1000;
  };

  async function enqueueOutdated(
    event: EventId,
    followers: readonly (readonly [string, TrackedCard])[],
    { seen }: Observed,
    wanted: Readonly<Record<PostedCard['kind'], string>>,
  ): Promise<boolean> {
    const outdated = followers
      .map(([id, card]) => ({ id, card, changes: changesBetween(card.shown, seen) }))
      .filter(({ card, changes }) => changes.length > 0 || card.fingerprint !== wanted[card.place.kind]);
    await Promise.all(outdated.map(({ id, changes }) => options.enqueue(event, id, dueAt(clock(), changes))));
    return outdated.length > 0;
  }

  /** The vendor gave nothing: asked again soon, until the meeting would be over. */
  async function withoutAnswer(
    event: EventId,
    record: TrackedRecord,
    name: string,
    known: TrackedOccurrence,
    now: UnixSeconds,
  ): Promise<number> {
    const next = nextCheck(known.last, now, { ...known, everySeconds });
    if (next === undefined) await forget(event, record, name);
    return Math.min(next ?? now + RETRY_SECONDS, now + RETRY_SECONDS);
  }

  async function forget(event: EventId, record: TrackedRecord, name: string): Promise<void> {
    for (const [id] of cardsOf(record, name)) {
      await store.removeCard(event, id);
      await options.onForgotten(event, id);
    }
    await store.removeOccurrence(event, name);
  }
}

const cardsOf = ({ cards }: TrackedRecord, name: string): (readonly [string, TrackedCard])[] =>
  [...cards].filter(([, { occurrence }]) => occurrence === name);

/** Whether a stale copy would take back what is known of the times. */
function changesTimes({ last }: TrackedOccurrence, { seen }: Observed): boolean {
  return changesBetween(last, seen).some(({ kind }) => kind === 'moved' || kind === 'cancelled');
}
