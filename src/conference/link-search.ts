import { singleFlight } from '../lib/single-flight.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { LinkReference } from './find-by-link.ts';
import type { FindOptions, Lookup } from './lookup.ts';
import type { searchAgenda } from './search-agenda.ts';
import type { searchLive } from './search-live.ts';
import type { SearchPlace, StepResult } from './search-step.ts';

export interface LinkSearchOptions {
  readonly inAgenda: ReturnType<typeof searchAgenda>;
  readonly inLive: ReturnType<typeof searchLive>;
  /** Undefined where the vendor cannot be asked by a link. */
  readonly byVendor: ((reference: LinkReference) => Promise<Lookup>) | undefined;
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'searched'>;
}

/** So long a place is not searched for a link again that it did not have. */
const WITHOUT_RESULT_SECONDS = 5 * 60;

/** One place to search for a link. */
interface Step {
  readonly place: SearchPlace;
  /** Under which a search without result is remembered: a person's list is their own, the other places are the same for everybody. */
  readonly key: string;
  run(): Promise<StepResult | Lookup>;
}

/**
 * Searches for the meeting of a link that the index does not know, in one place after the other until `known` has it. Where nothing was found,
 * the first failure is the result: another search may find it.
 */
export function linkSearch({ inAgenda, inLive, byVendor, store, keys }: LinkSearchOptions) {
  const inFlight = singleFlight<StepResult | Lookup>();

  return async (
    reference: LinkReference,
    { listOf }: FindOptions,
    known: () => Promise<Lookup | undefined>,
  ): Promise<Lookup> => {
    const tried: SearchPlace[] = [];
    let failure: Lookup | undefined;
    for (const { place, key, run } of await stepsOf(reference, listOf, known)) {
      if ((await store.get(key)) !== undefined) {
        tried.push(place);
        continue;
      }
      const result = await inFlight(key, run);
      if (result.kind === 'skipped') continue;
      const found = result.kind === 'found' ? result : await known();
      if (found !== undefined) return found;
      if ('report' in result) failure ??= result;
      else {
        tried.push(place);
        await store.set(key, '1', WITHOUT_RESULT_SECONDS);
      }
    }
    return failure ?? { kind: 'unknown-link', tried };
  };

  async function stepsOf(
    reference: LinkReference,
    listOf: FindOptions['listOf'],
    known: () => Promise<Lookup | undefined>,
  ): Promise<readonly Step[]> {
    const userId = await listOf?.();
    const agenda: Step | undefined = userId && {
      place: 'agenda',
      key: keys.searched(`agenda ${userId}`, reference),
      run: () => inAgenda(reference, userId),
    };
    const live: Step = {
      place: 'live',
      key: keys.searched('live', reference),
      run: () => inLive(async () => (await known()) !== undefined),
    };
    const lookup: Step | undefined = byVendor && {
      place: 'link-lookup',
      key: keys.searched('link-lookup', reference),
      run: () => byVendor(reference),
    };
    return [agenda, live, lookup].filter((step) => step !== undefined);
  }
}
