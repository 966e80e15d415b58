import type { Keys } from '../cache/keys.ts';
import type { Store } from '../cache/store.ts';
import { assertNever } from '../core/brand.ts';
import type { EventId } from '../core/ids.ts';
import type { Reference } from '../core/reference.ts';
import { currentOccurrence } from '../core/schedule.ts';
import { type Clock, secondsOf, type UnixSeconds, type ZoneName } from '../core/time.ts';
import { freshSeconds, NOT_FOUND_SECONDS } from './freshness.ts';
import type { FindOptions, FoundMeeting, Lookup, Meetings } from './lookup.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { singleFlight } from './single-flight.ts';
import type { Answer, MeetingSource, Question } from './source.ts';
import { readStored, type StoredAnswer, writeFound, writeNotFound } from './stored-answer.ts';

export interface CachedMeetingsOptions {
  readonly source: MeetingSource;
  readonly store: Store;
  readonly keys: Keys;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
  readonly defaultZone: ZoneName;
  /** `CACHE_FRESH_SECONDS`; undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  readonly keepSeconds: number;
  readonly canLookUpLinks: boolean;
}

/** Meetings out of the store while they are fresh, else from the source; an old copy stands in when the source fails. */
export function cachedMeetings(options: CachedMeetingsOptions): Meetings {
  const { source, store, keys, index, clock, defaultZone } = options;
  const inFlight = singleFlight<Answer>();

  return {
    async find(reference, findOptions = {}) {
      switch (reference.kind) {
        case 'event':
          return findEvent(reference.eventId, findOptions);
        case 'host-password': {
          const known = await index.byHostPassword(reference.password);
          return known === undefined ? findByOther(reference) : findEvent(known, findOptions);
        }
        case 'link': {
          const known = await index.byLink(reference.key);
          if (known !== undefined) return findEvent(known, findOptions);
          return options.canLookUpLinks ? findByOther(reference) : { kind: 'unknown-link' };
        }
        default:
          return assertNever(reference);
      }
    },
  };

  async function findEvent(id: EventId, { maxAgeSeconds }: FindOptions): Promise<Lookup> {
    const kept = await readKept(id);
    const now = secondsOf(clock);
    if (kept !== undefined && now - kept.at < (maxAgeSeconds ?? lifeOf(kept, now)))
      return shown(kept, now, 'fresh');
    const answer = await ask({ kind: 'event', eventId: id }, id);
    if (answer.kind === 'found' || answer.kind === 'not-found') return answered(answer, 'event');
    return kept?.kind === 'found' && now - kept.at < options.keepSeconds ? shown(kept, now, 'stale') : answer;
  }

  async function findByOther(reference: Exclude<Reference, { kind: 'event' }>): Promise<Lookup> {
    const key = reference.kind === 'link' ? keys.link(reference.key) : keys.hostPassword(reference.password);
    return answered(await ask(reference, key), reference.kind);
  }

  function ask(question: Question, key: string): Promise<Answer> {
    return inFlight(key, async () => {
      const answer = await source.ask(question);
      await keep(answer, question);
      return answer;
    });
  }

  async function keep(answer: Answer, question: Question): Promise<void> {
    const at = secondsOf(clock);
    if (answer.kind === 'found') {
      const key = keys.meeting(answer.occurrences[0].eventId);
      await Promise.all([
        store.set(key, writeFound(at, answer.stored), options.keepSeconds),
        index.learn(answer.occurrences, question.kind === 'host-password' ? question.password : undefined),
      ]);
    } else if (answer.kind === 'not-found' && question.kind === 'event') {
      await store.set(keys.meeting(question.eventId), writeNotFound(at), NOT_FOUND_SECONDS);
    }
  }

  async function readKept(id: EventId): Promise<StoredAnswer | undefined> {
    const text = await store.get(keys.meeting(id));
    return text === undefined ? undefined : readStored(text, defaultZone);
  }

  function lifeOf(kept: StoredAnswer, now: UnixSeconds): number {
    if (kept.kind === 'not-found') return NOT_FOUND_SECONDS;
    const current = currentOccurrence(kept.occurrences, now) ?? kept.occurrences[0];
    return Math.min(freshSeconds(current, now, options.freshSeconds), options.keepSeconds);
  }

  function answered(answer: Answer, reference: Reference['kind']): Lookup {
    const now = secondsOf(clock);
    if (answer.kind === 'found') return shown({ ...answer, at: now }, now, 'fresh');
    return answer.kind === 'not-found' ? { kind: 'not-found', reference } : answer;
  }
}

function shown(answer: StoredAnswer, now: UnixSeconds, freshness: FoundMeeting['freshness']): Lookup {
  if (answer.kind === 'not-found') return { kind: 'not-found', reference: 'event' };
  const meeting = currentOccurrence(answer.occurrences, now) ?? answer.occurrences[0];
  return { kind: 'found', meeting, asOf: answer.at, freshness };
}
