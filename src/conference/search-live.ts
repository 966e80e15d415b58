import * as v from 'valibot';
import { type EventId, eventId } from '../core/ids.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { WaitSeconds } from '../storage/rate-limiter.ts';
import type { FindByEvent } from './find-by-event.ts';
import type { FindLive } from './live-meetings.ts';
import { STEP_MS, type StepResult, searchFailure, TIMED_OUT } from './search-step.ts';
import { storedJson } from './stored-json.ts';

export interface LiveSearchOptions {
  readonly findLive: FindLive;
  /** Teaches the index the links of the meeting. */
  readonly byEvent: FindByEvent;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'liveSearched'>;
  /** Takes one question about a meeting from the workspace's minute. */
  readonly tryAcquire: () => Promise<WaitSeconds>;
}

/** Questions for one link, and how many of them at a time. */
const QUESTIONS_MAX = 10;
const QUESTIONS_AT_ONCE = 5;

const SEARCHED_SECONDS = 6 * 60 * 60;

const searchedIds = storedJson<readonly EventId[]>(
  v.array(v.custom<EventId>((value) => typeof value === 'string' && eventId(value) === value)),
);

/**
 * Looks up meetings that run now, until `isFound`. The list has no links, so each meeting is asked about: once while it runs, for whatever link;
 * at most ten for one link, and no more in a minute than the workspace's limit allows. What is left over is searched for the next link.
 */
export function searchLive({ findLive, byEvent, store, keys, tryAcquire }: LiveSearchOptions) {
  const key = keys.liveSearched();

  return async (isFound: () => Promise<boolean>): Promise<StepResult> => {
    const live = await withTimeout(STEP_MS, findLive());
    if (live?.kind !== 'found') return { kind: 'skipped' };
    const running = [...live.attendeeCounts.keys()];
    const isRunning = new Set(running);
    const known = searchedIds.read(await store.get(key)) ?? [];
    const searched = new Set(known.filter((id) => isRunning.has(id)));
    const candidates = running.filter((id) => !searched.has(id)).slice(0, QUESTIONS_MAX);
    let result: StepResult = { kind: 'searched' };
    for (let from = 0; from < candidates.length && result.kind === 'searched'; from += QUESTIONS_AT_ONCE) {
      const batch = await allowed(candidates.slice(from, from + QUESTIONS_AT_ONCE));
      const lookups = await Promise.all(batch.map(lookUp));
      for (const { id, failure } of lookups) {
        if (failure === undefined) searched.add(id);
        else result = failure;
      }
      if (batch.length === 0 || (await isFound())) break;
    }
    await store.set(key, searchedIds.write([...searched]), SEARCHED_SECONDS);
    return result;
  };

  async function allowed(batch: readonly EventId[]): Promise<readonly EventId[]> {
    const waits = await Promise.all(batch.map(() => tryAcquire()));
    return batch.filter((_, nth) => waits[nth] === 0);
  }

  async function lookUp(id: EventId) {
    const lookup = (await withTimeout(STEP_MS, byEvent(id, {}))) ?? TIMED_OUT;
    return { id, failure: 'report' in lookup ? searchFailure(lookup) : undefined };
  }
}
