import * as v from 'valibot';
import { unixSeconds } from '../core/time.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { Handoff } from './distributed-single-flight.ts';
import type { FetchOutcome } from './fetch-and-store.ts';

/** As long as it takes those who wait to look once more; the default. */
const LEFT_SECONDS = 1;

const text = v.optional(v.string());

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('kind', [
    v.object({ kind: v.literal('not-found'), at: v.number() }),
    v.object({
      kind: v.picklist(['refused', 'timeout', 'unreachable', 'unreadable']),
      report: v.object({ code: text, message: text, requestId: text }),
    }),
  ]),
);

/**
 * What came of questions and is not kept, left for so many seconds to other processes that wait for just that. Found meetings are kept by
 * others and not left here.
 * That this process is busy is not left either: another may have room.
 */
export function outcomeHandoff(
  store: Pick<CacheStore, 'get' | 'set'>,
  keys: Pick<Keys, 'outcome'>,
  seconds: number = LEFT_SECONDS,
): Handoff<FetchOutcome> {
  return {
    async leave(lease, outcome) {
      if (outcome.kind !== 'found' && outcome.kind !== 'busy')
        await store.set(keys.outcome(lease), JSON.stringify(outcome), seconds);
    },
    async find(lease) {
      const read = v.safeParse(schema, await store.get(keys.outcome(lease)));
      if (!read.success) return undefined;
      const { output } = read;
      if (output.kind === 'not-found') {
        const at = unixSeconds(output.at);
        return at === undefined ? undefined : { kind: 'not-found', at };
      }
      const { code, message, requestId } = output.report;
      return { kind: output.kind, report: { code, message, requestId } };
    },
  };
}
