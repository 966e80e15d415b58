import type { FindLive, LiveMeetings } from '../conference/live-meetings.ts';
import type { Meetings } from '../conference/lookup.ts';
import type { EventId } from '../core/ids.ts';
import { type Clock, secondsOf, type UnixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { type CheckOccurrenceOptions, checkOccurrence, type Followed } from './check-occurrence.ts';
import { findTracked } from './find-tracked.ts';
import { mayRun, runningNow } from './observe.ts';
import { surplusCards } from './surplus-cards.ts';
import type { TrackedRecord } from './tracked-card.ts';

export interface CheckMeetingOptions extends CheckOccurrenceOptions {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly findLive: FindLive;
  /** Where push events are noted. */
  readonly hints: Pick<CacheStore, 'get'>;
  readonly keys: Pick<Keys, 'hint'>;
  readonly clock: Clock;
  readonly cardsPerMeeting: number;
  /** Told after cards were put into the lane. */
  readonly onEnqueued: () => Promise<void>;
  /** Told how many cards gave way, since the meeting had too many. */
  readonly onSurplus: (cards: number) => void;
}

/** Seconds. A check asks the vendor, unless somebody just did. */
const MAX_AGE = 5;

/** What happened a moment ago is not in an answer from before. */
const MAX_AGE_HINTED = 0;

/** Seconds. While the list of live meetings tells that a meeting runs, the meeting itself is asked about this often. */
const MAX_AGE_LISTED = 30 * 60;

/**
 * Asks about one meeting, once for all its cards, and puts those that no longer show what it is into their lane. Resolves to when to ask
 * again, in milliseconds; undefined where no card follows the meeting any more. Rejects with `StorageUnavailable`.
 */
export function checkMeeting(options: CheckMeetingOptions): (event: EventId) => Promise<number | undefined> {
  const {
    store,
    meetings,
    findLive,
    hints,
    keys,
    clock,
    onEnqueued,
    onForgotten,
    onSurplus,
    cardsPerMeeting,
  } = options;
  const find = findTracked(meetings);
  const { withAnswer, withoutMeeting, withoutAnswer } = checkOccurrence(options);

  return async (event) => {
    const record = await withoutSurplus(event, await store.read(event));
    const followed = followedIn(event, record);
    if (followed.length === 0) {
      await store.removeRecord(event, record);
      return undefined;
    }
    const now = secondsOf(clock);
    const isHinted = (await hints.get(keys.hint(event))) !== undefined;
    const live = await liveMeetings(followed, isHinted, now);
    const isListed = followed.every((one) => one.known.last.phase === 'live' && isRunning(live, one, now));
    const unhinted = isListed ? MAX_AGE_LISTED : MAX_AGE;
    const maxAge = isHinted ? MAX_AGE_HINTED : unhinted;
    const lookup = await find(event, { maxAge });
    const checked = await Promise.all(
      followed.map((one) => {
        if (lookup.kind === 'found')
          return withAnswer(one, lookup, runningNow(live, event, one.known, now), now);
        return lookup.kind === 'not-found' ? withoutMeeting(one, now) : withoutAnswer(one, now);
      }),
    );
    if (checked.some(({ isEnqueued }) => isEnqueued)) await onEnqueued();
    const nexts = checked.map(({ next }) => next).filter((next) => next !== undefined);
    if (nexts.length > 0) return Math.min(...nexts) * 1000;
    await store.removeRecord(event, record);
    return undefined;
  };

  /** Makes room among the cards of a meeting that has too many. */
  async function withoutSurplus(event: EventId, record: TrackedRecord): Promise<TrackedRecord> {
    const surplus = surplusCards(record.cards, cardsPerMeeting);
    if (surplus.length === 0) return record;
    const cards = new Map(record.cards);
    for (const id of surplus) {
      await store.removeCard(event, id);
      await onForgotten(event, id);
      cards.delete(id);
    }
    onSurplus(surplus.length);
    return { ...record, cards };
  }

  /** One list tells of all meetings, so it is asked for only where one may run, and shared by the checks of half a minute. */
  async function liveMeetings(
    followed: readonly Followed[],
    isHinted: boolean,
    now: UnixSeconds,
  ): Promise<LiveMeetings> {
    if (!followed.some(({ known }) => mayRun(known, now))) return { kind: 'unknown' };
    return findLive(isHinted ? MAX_AGE : undefined);
  }
}

const isRunning = (live: LiveMeetings, { event, known }: Followed, now: UnixSeconds): boolean =>
  runningNow(live, event, known, now) !== undefined;

function followedIn(event: EventId, { occurrences, cards }: TrackedRecord): readonly Followed[] {
  return [...occurrences]
    .map(([name, known]) => ({
      event,
      name,
      known,
      cards: [...cards].filter(([, { occurrence }]) => occurrence === name),
    }))
    .filter((followed) => followed.cards.length > 0);
}
