import { setImmediate as nextTurn } from 'node:timers/promises';
import { bulkhead } from 'cockatiel';

/**
 * A meeting of 3,000 people with every field of the vendor's, a `userProfile` of 16 fields each, and 300 rooms with four devices each is
 * 3.6 MB where `result` is a text, and 3.2 MB where it is a list.
 */
export const BODY_MAX_BYTES = 4 * 1024 * 1024;

/** A meeting of 150 people, or of 300 without `userProfile`. */
const SMALL_BYTES = 128 * 1024;

/** Two, so that one that comes slowly does not keep all others waiting. */
const LARGE_AT_ONCE = 2;

/**
 * Reads a body and hands it to `use`, or undefined as soon as it is too large; the rest is then not read, and the caller ends the exchange.
 * Rejects when `limit` is over first.
 */
export type ReadBody = <T>(
  response: Response,
  limit: AbortSignal,
  use: (body: Buffer | undefined) => T,
) => Promise<T>;

interface BodyLimits {
  readonly maxBytes: number;
  /** Bodies up to this size are read without waiting for others. */
  readonly smallBytes: number;
  readonly largeAtOnce: number;
}

const LIMITS: BodyLimits = { maxBytes: BODY_MAX_BYTES, smallBytes: SMALL_BYTES, largeAtOnce: LARGE_AT_ONCE };

/**
 * Bounds what all bodies together take: who finds theirs large reads on, and uses it, only in turn, and meanwhile leaves the rest where
 * it is, in the connection. So a hundred at once hold `smallBytes` and a chunk each, and two of them `maxBytes`. What came of a large one is
 * handed on in another turn of the event loop, so that others are answered between parsing and decoding.
 */
export function limitedBodies({ maxBytes, smallBytes, largeAtOnce }: BodyLimits = LIMITS): ReadBody {
  const large = bulkhead(largeAtOnce, Number.POSITIVE_INFINITY);
  return async (response, limit, use) => {
    if (response.body === null) return use(Buffer.alloc(0));
    const body = piecesOf(response.body);
    if (await body.endsWithin(smallBytes)) return use(body.whole());
    limit.throwIfAborted();
    // The signal is not given to the policy: one that is aborted in its queue would end the queue.
    const inTurn = large.execute(async () => {
      limit.throwIfAborted();
      const used = use((await body.endsWithin(maxBytes)) ? body.whole() : undefined);
      await nextTurn();
      return used;
    });
    return Promise.race([inTurn, endOf(limit)]);
  };
}

function piecesOf(stream: AsyncIterable<Uint8Array>) {
  const pieces = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  return {
    /** Reads until the end, or until there are more bytes than these. */
    async endsWithin(bytes: number): Promise<boolean> {
      while (size <= bytes) {
        const { done, value } = await pieces.next();
        if (done === true) return true;
        size += value.byteLength;
        read.push(value);
      }
      return false;
    },
    whole: () => Buffer.concat(read),
  };
}

/** Rejects when the limit is over. */
function endOf(limit: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason), { once: true });
  });
}
