import { assertNever } from '../core/brand.ts';
import type { EventId } from '../core/ids.ts';
import { hasJoinLink } from '../core/join-links.ts';
import type { Reference } from '../core/reference.ts';
import { currentOccurrence } from '../core/schedule.ts';
import { type Clock, secondsOf, type UnixSeconds, type ZoneName } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { type Age, ageOf } from './age.ts';
import { meetingsByLink } from './by-link.ts';
import { distributedSingleFlight, type Task } from './distributed-single-flight.ts';
import { type FetchOutcome, fetchAndStore } from './fetch-and-store.ts';
import { outcomeHandoff } from './handoff.ts';
import type { FindOptions, FoundMeeting, Lookup, MaxAge, Meetings } from './lookup.ts';
import { type CachedMeeting, meetingCache } from './meeting-cache.ts';
import { recentFailures } from './recent-failures.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { Rights } from './rights.ts';
import { asOf, type LatestAnswer, type StoredAnswer } from './stored-answer.ts';
import type { MeetingVendor } from './vendor.ts';

export interface MeetingsOptions {
  readonly source: MeetingVendor;
  readonly store: CacheStore;
  readonly keys: Keys;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly defaultZone: ZoneName;
  /** `CACHE_FRESH_SECONDS`; undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  readonly keepSeconds: number;
  readonly canLookUpLinks: boolean;
  /** How long one question to the source may take. */
  readonly questionMs: number;
  /** Told of every lookup by event id what copy there was; one that is not shown is a miss. */
  readonly onCopy: (copy: 'fresh' | 'stale' | 'miss') => void;
}

/** From the end of another's question until its answer lies in the store. */
const HANDOVER_MS = 250;

/**
 * Meetings out of their copies while these are fresh, else from the source, which is asked once however many ask here. A copy that has
 * grown stale is shown at once and refreshed behind the reader's back; an old one stands in when the source fails.
 */
export function cachedMeetings(options: MeetingsOptions): Meetings {
  const { source, store, keys, index, clock, nonce, defaultZone, keepSeconds, onCopy } = options;
  const copies = meetingCache({ store, keys, clock, defaultZone, keepSeconds });
  const once = distributedSingleFlight<FetchOutcome>({
    store,
    waitMs: options.questionMs + HANDOVER_MS,
    left: outcomeHandoff(store, keys),
    nonce,
  });
  const ask = fetchAndStore({ source, copies, index, clock });
  const failing = recentFailures(clock);
  const byLink = meetingsByLink({
    index,
    findEvent,
    unknown: async (reference) =>
      options.canLookUpLinks ? findByOther(reference) : { kind: 'unknown-link' },
  });

  return {
    async find(reference, findOptions = {}) {
      switch (reference.kind) {
        case 'event':
          return findEvent(reference.eventId, findOptions);
        case 'host-password': {
          const known = await index.byHostPassword(reference.password);
          return known === undefined ? findByOther(reference) : findEvent(known, findOptions);
        }
        case 'link':
          return byLink(reference, findOptions);
        default:
          return assertNever(reference);
      }
    },
    async fresh(id) {
      const near = copies.local(id);
      const copy = near === undefined ? await copies.read(id) : { answer: near, isLatest: true };
      if (copy?.answer.kind !== 'found' || copyAge(copy, undefined) !== 'fresh') return undefined;
      return meetingIn(copy.answer, 'fresh', 'unchecked');
    },
  };

  async function findEvent(id: EventId, { maxAge }: FindOptions): Promise<Lookup> {
    const since = secondsOf(clock);
    const near = copies.local(id);
    if (near !== undefined && agedNow(near, maxAge) === 'fresh') {
      onCopy('fresh');
      return shown(near, since);
    }
    const copy = await copies.read(id);
    const age = copyAge(copy, maxAge);
    onCopy(age === 'fresh' ? age : age === 'grace' ? 'stale' : 'miss');
    if (copy !== undefined && age === 'fresh') return shown(copy.answer, since);
    if (copy !== undefined && age === 'grace') {
      if (!failing.isRecent(id)) void refresh(id);
      return shown(copy.answer, since, failing.has(id) ? 'stale' : 'fresh');
    }
    const outcome = await once.answer(aboutEvent(id, maxAge));
    if (outcome.kind === 'found' || outcome.kind === 'not-found') return shown(outcome, since);
    if (copy === undefined || copy.answer.kind === 'not-found' || age !== 'old') return outcome;
    const isBelieved = copy.isLatest && copy.answer.kind === 'found' && outcome.kind !== 'refused';
    return meetingIn(copy.answer, 'stale', isBelieved ? 'stand-in' : 'withdrawn');
  }

  /** Never rejects, as none of its parts does. */
  async function refresh(id: EventId): Promise<void> {
    await once.refresh(aboutEvent(id, undefined));
  }

  async function findByOther(reference: Exclude<Reference, { kind: 'event' }>): Promise<Lookup> {
    const isLink = reference.kind === 'link';
    const key = isLink ? keys.wholeLink(reference) : keys.hostPassword(reference.password);
    const since = secondsOf(clock);
    const outcome = await once.answer({
      lease: keys.lease(key),
      look: (waited) => leftByOther(reference, waited ? since : undefined),
      ask: () => ask(reference),
    });
    if (outcome.kind === 'not-found') return { kind: 'not-found', reference: reference.kind };
    return outcome.kind === 'found' ? shown(outcome, since) : outcome;
  }

  async function leftByOther(
    reference: Exclude<Reference, { kind: 'event' }>,
    since: UnixSeconds | undefined,
  ): Promise<LatestAnswer | undefined> {
    if (reference.kind === 'host-password') {
      const id = await index.byHostPassword(reference.password);
      return id === undefined ? undefined : left(id, since, undefined);
    }
    const owner = await index.links.find(reference);
    const answer = owner === undefined ? undefined : await left(owner.eventId, since, undefined);
    if (owner === undefined || answer?.kind !== 'found') return undefined;
    const isTheirs = answer.occurrences.some((meeting) => hasJoinLink(meeting, reference, owner.match));
    return isTheirs ? answer : undefined;
  }

  function aboutEvent(id: EventId, maxAge: MaxAge | undefined): Task<FetchOutcome> {
    const since = secondsOf(clock);
    return {
      lease: keys.lease(keys.meeting(id)),
      terms: String(maxAge),
      look: (waited) => left(id, waited ? since : undefined, maxAge),
      async ask() {
        const outcome = await ask({ kind: 'event', eventId: id });
        failing.note(id, isTrouble(outcome));
        return outcome;
      },
    };
  }

  /** A copy that is fresh enough, or that was taken while one waited. */
  async function left(
    id: EventId,
    since: UnixSeconds | undefined,
    maxAge: MaxAge | undefined,
  ): Promise<LatestAnswer | undefined> {
    const copy = await copies.read(id);
    if (copy === undefined || !copy.isLatest || copy.answer.kind === 'withdrawn') return undefined;
    const isOfTheirs = since !== undefined && copy.answer.at >= since;
    return isOfTheirs || copyAge(copy, maxAge) === 'fresh' ? copy.answer : undefined;
  }

  function copyAge(copy: CachedMeeting | undefined, maxAge: MaxAge | undefined): Age {
    if (copy === undefined) return 'gone';
    const age = agedNow(copy.answer, maxAge);
    return copy.isLatest || age === 'gone' ? age : 'old';
  }

  function agedNow(answer: StoredAnswer, maxAge: MaxAge | undefined): Age {
    return ageOf(answer, secondsOf(clock), options, maxAge);
  }

  /** What was asked for since then proves rights, however short an answer counts as fresh. */
  function shown(
    answer: StoredAnswer,
    since: UnixSeconds,
    freshness: FoundMeeting['freshness'] = 'fresh',
  ): Lookup {
    if (answer.kind === 'not-found') return { kind: 'not-found', reference: 'event' };
    const isCurrent = asOf(answer) >= since || agedNow(answer, 'rights') === 'fresh';
    return meetingIn(answer, freshness, isCurrent ? 'current' : 'unchecked');
  }

  function meetingIn(
    answer: Exclude<StoredAnswer, { kind: 'not-found' }>,
    freshness: FoundMeeting['freshness'],
    rights: Rights,
  ): FoundMeeting {
    const meeting = currentOccurrence(answer.occurrences, secondsOf(clock)) ?? answer.occurrences[0];
    const { occurrences } = answer;
    return { kind: 'found', meeting, occurrences, asOf: asOf(answer), freshness, rights };
  }
}

/** Whether the service failed; that this process was too busy to ask says nothing of the service. */
function isTrouble({ kind }: FetchOutcome): boolean {
  return kind !== 'found' && kind !== 'not-found' && kind !== 'busy';
}
