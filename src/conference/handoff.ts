import * as v from 'valibot';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Handoff } from './distributed-single-flight.ts';
import { storedJson } from './stored-json.ts';

const text = v.optional(v.string());

/** A failure as other processes may use it. That this process is `busy` is not one: another may have room. */
export const sharedFailure = v.object({
  kind: v.picklist(['refused', 'timeout', 'unreachable', 'unreadable']),
  report: v.pipe(
    v.object({ code: text, message: text, requestId: text }),
    v.transform(({ code, message, requestId }) => ({ code, message, requestId })),
  ),
});

export interface HandoffOptions {
  readonly store: Pick<CacheStore, 'get' | 'set'>;
  readonly keys: Pick<Keys, 'outcome'>;
  readonly expirySeconds: number;
}

/**
 * Outcomes that no cache holds, stored for some seconds for the processes that wait for them. The schema is of those that are handed over: others
 * are in a cache already, or are no use to other processes. It is given first, since it is the same for every tenant.
 */
export function outcomeHandoff<T>(
  schema: v.GenericSchema<unknown, T>,
): (options: HandoffOptions) => Handoff<T> {
  const json = storedJson(schema);
  return ({ store, keys, expirySeconds }) => ({
    async put(lease, outcome) {
      const shared = v.safeParse(schema, outcome);
      if (shared.success) await store.set(keys.outcome(lease), json.write(shared.output), expirySeconds);
    },
    get: async (lease) => json.read(await store.get(keys.outcome(lease))),
  });
}
