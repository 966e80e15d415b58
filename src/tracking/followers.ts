import type { LiveMeetings } from '../conference/live-meetings.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import type { PushEvent } from '../conference/push-event.ts';
import { trackedMeeting } from '../core/changes.ts';
import { nextCheck, TRACKED_SECONDS_MAX } from '../core/check-times.ts';
import type { EventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import { occurrenceOf } from '../core/occurrence.ts';
import type { PostedCard } from '../core/posted-card.ts';
import type { Running } from '../core/schedule.ts';
import type { AskedWith, TenantId } from '../core/tenant.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { DueTimes } from '../storage/due-times.ts';
import type { Keys } from '../storage/keys.ts';
import { dueMember } from './due-loop.ts';
import { type Observed, observe, runningNow } from './observe.ts';
import type { SharedCardsIn } from './shared-card.ts';
import { isCrowded } from './surplus-cards.ts';
import type { TrackedStore } from './tracked-store.ts';

/** A meeting as a card shows it. */
export interface ShownMeeting {
  readonly found: FoundMeeting;
  readonly running: Running | undefined;
}

/** The cards of one tenant that follow their meetings, for the listeners that post and remove them. */
export interface Followers {
  /** From now on the card that was just posted follows its meeting, until an hour after it at most, unless cards of its channel follow none. Rejects with `StorageUnavailable`. */
  follow(shown: ShownMeeting, place: PostedCard): Promise<void>;
  /** What a card of the app's own shows that follows a meeting; undefined where it follows none. Rejects with `StorageUnavailable`. */
  shown(
    found: FoundMeeting,
    place: Pick<PostedCard, 'channel' | 'ts'>,
    live: LiveMeetings,
  ): Promise<(Pick<Observed, 'meeting' | 'progress'> & Pick<PostedCard, 'reach'>) | undefined>;
  /** A card that was removed. Rejects with `StorageUnavailable`. */
  forget(event: EventId, place: Pick<PostedCard, 'channel' | 'ts'>): Promise<void>;
  /**
   * The vendor may know something new of a meeting: it is asked about now if cards or reminders follow it, once in ten seconds however many events come.
   * Rejects with `StorageUnavailable`.
   */
  pushed(event: PushEvent): Promise<void>;
}

export interface FollowersOptions {
  readonly tenant: TenantId;
  readonly askedWith: AskedWith;
  readonly store: TrackedStore;
  readonly cardsIn: SharedCardsIn;
  readonly checks: DueTimes;
  readonly reminders: Pick<DueTimes, 'bringForward'>;
  /** Each card with the end of its time at the latest, so that they can be counted. */
  readonly counted: DueTimes;
  readonly hints: Pick<CacheStore, 'setIfAbsent'>;
  readonly keys: Pick<Keys, 'cardId' | 'hint' | 'pushEvent'>;
  readonly clock: Clock;
  readonly everySeconds: number | undefined;
  readonly cardsPerMeeting: number;
  /** Of the tenant's checks (`checkOffset`). */
  readonly offset: number;
}

/** A meeting is asked about once in so long, however many hints come. */
const HINTED_AGAIN_MS = 10_000;

/** How long the delivery of an event counts as a repetition of an earlier one. */
const REPEATED_SECONDS = 60 * 60;

/** Until the check that a hint brought forward has begun. */
const HINT_SECONDS = 20;

export function followers(options: FollowersOptions): Followers {
  const {
    tenant,
    askedWith,
    store,
    cardsIn,
    checks,
    reminders,
    counted,
    hints,
    keys,
    clock,
    everySeconds,
    offset,
    cardsPerMeeting,
  } = options;

  return {
    async follow({ found, running }, place) {
      const cards = await cardsIn(place.channel);
      if (!cards.follow) return;
      const { meeting, occurrences, asOf, rights } = found;
      const event = meeting.eventId;
      const now = secondsOf(clock);
      const name = nameOf(meeting);
      const known = {
        at: occurrenceOf(meeting, occurrences),
        since: now,
        last: trackedMeeting(meeting, now, { running }),
        endedAt: undefined,
        running,
        missing: undefined,
        seenWith: askedWith,
      };
      const next = nextCheck(known.last, now, { ...known, everySeconds, offset });
      if (next === undefined) return;
      const state = {
        kind: 'found',
        meeting,
        progress: { running },
        now,
        asOf,
        isWithdrawn: rights === 'withdrawn',
      } as const;
      const fingerprint = cards.fingerprint(place, state);
      const id = keys.cardId(place.channel, place.ts, urlOf(place));
      const member = dueMember(tenant, event);
      await counted.schedule(dueMember(tenant, `${event}/${id}`), (now + TRACKED_SECONDS_MAX) * 1000);
      await checks.scheduleBy(member, next * 1000);
      await store.addOccurrence(event, name, known);
      await store.putCard(event, id, {
        place,
        occurrence: name,
        shown: known.last,
        fingerprint,
        attempts: 0,
      });
      // Again, for a check that read the record before the card was in it and is about to give the meeting up.
      await checks.scheduleBy(member, next * 1000);
      if (isCrowded(await store.size(event), cardsPerMeeting)) await checks.bringForward(member, clock());
    },
    async shown(found, { channel, ts }, live) {
      const event = found.meeting.eventId;
      const card = await store.card(event, keys.cardId(channel, ts, undefined));
      const known = card && (await store.occurrence(event, card.occurrence));
      if (card === undefined || known === undefined) return undefined;
      const now = secondsOf(clock);
      const running = live.kind === 'found' ? runningNow(live, event, known, now) : known.running;
      const { meeting, progress } = observe(known, found, running, now);
      return { meeting, progress, reach: card.place.reach };
    },
    async forget(event, { channel, ts }) {
      const id = keys.cardId(channel, ts, undefined);
      await store.removeCard(event, id);
      await counted.remove(dueMember(tenant, `${event}/${id}`));
    },
    async pushed({ eventId: event, messageId }) {
      const isRepeated =
        messageId !== undefined &&
        !(await hints.setIfAbsent(keys.pushEvent(messageId), '1', REPEATED_SECONDS));
      if (isRepeated) return;
      const isFirst = await hints.setIfAbsent(keys.hint(event), '1', HINT_SECONDS);
      const at = clock() + (isFirst ? 0 : HINTED_AGAIN_MS);
      await checks.bringForward(dueMember(tenant, event), at);
      await reminders.bringForward(dueMember(tenant, event), at);
    },
  };
}

const urlOf = (place: PostedCard): string | undefined => (place.kind === 'unfurl' ? place.url : undefined);

/** Cards of one occurrence have one name for it, which stays when it is moved. */
const nameOf = ({ recurring, start }: Meeting): string =>
  recurring && start !== undefined ? String(start) : 'only';
