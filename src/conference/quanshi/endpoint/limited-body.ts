import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { bulkhead } from 'cockatiel';
import type { HttpResponse } from '../../../lib/http-fetch.ts';

/**
 * A meeting of 3,000 people with all of the vendor's fields, a `userProfile` of 16 fields each, and 300 rooms with four devices each is
 * 3.6 MB where `result` is a text, and 3.2 MB where it is a list.
 */
export const BODY_MAX_BYTES = 4 * 1024 * 1024;

/** A meeting of 150 people, or of 300 without `userProfile`. */
const SMALL_BYTES = 128 * 1024;

/** One, for the memory. A slow one delays other large bodies until its question's time limit, and no small one. */
const LARGE_AT_ONCE = 1;

/**
 * Reads a body and passes it to `use`. A body that is too large is passed as undefined; its rest is not read, and the caller ends the exchange.
 * Rejects if `limit` aborts first.
 */
export type ReadBody = <T>(
  response: Pick<HttpResponse, 'body'>,
  limit: AbortSignal,
  use: (body: Buffer | undefined) => T,
) => Promise<T>;

interface BodyLimits {
  readonly maxBytes: number;
  /** Bodies up to this size are read without waiting for others. */
  readonly smallBytes: number;
  readonly largeAtOnce: number;
}

/** How the time is known that a body took, in milliseconds, and how to wait for as long. */
interface Pace {
  readonly now: () => number;
  readonly rest: (milliseconds: number) => Promise<void>;
}

const PACE: Pace = {
  now: () => performance.now(),
  rest: (milliseconds) => delay(milliseconds, undefined, { ref: false }),
};

const LIMITS: BodyLimits = { maxBytes: BODY_MAX_BYTES, smallBytes: SMALL_BYTES, largeAtOnce: LARGE_AT_ONCE };

/**
 * Bounds the memory of all bodies together. A body that turns out large is read on and used only in turn; until then its rest stays in the
 * connection. So a hundred at once hold `smallBytes` and a chunk each, and `largeAtOnce` of them `maxBytes`. The result of a large one is returned in
 * another turn of the event loop, so that other requests are answered between parsing and decoding. After each large one the next waits as long as it
 * took: parsing one takes a tenth of a second, and however many come, half of the time is left for other requests.
 */
export function limitedBodies(
  { maxBytes, smallBytes, largeAtOnce }: BodyLimits = LIMITS,
  { now, rest }: Pace = PACE,
): ReadBody {
  const large = bulkhead(largeAtOnce, Number.POSITIVE_INFINITY);
  return async <T>(
    response: Pick<HttpResponse, 'body'>,
    limit: AbortSignal,
    use: (body: Buffer | undefined) => T,
  ): Promise<T> => {
    if (response.body === null) return use(Buffer.alloc(0));
    const body = piecesOf(response.body);
    if (await body.endsWithin(smallBytes)) return use(body.whole());
    limit.throwIfAborted();
    // The policy does not get the signal: a task that is aborted in its queue would end the queue.
    const inTurn = new Promise<T>((resolve, reject) => {
      const turn = large.execute(async () => {
        limit.throwIfAborted();
        const whole = (await body.endsWithin(maxBytes)) ? body.whole() : undefined;
        const since = now();
        const used = use(whole);
        const took = now() - since;
        await nextTurn();
        resolve(used);
        await rest(took);
      });
      turn.catch(reject);
    });
    return untilAborted(inTurn, limit);
  };
}

function piecesOf(stream: AsyncIterable<Uint8Array>) {
  const pieces = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  return {
    /** Reads until the end of the body, or until it has more bytes than these. */
    async endsWithin(bytes: number): Promise<boolean> {
      while (size <= bytes) {
        const { done, value } = await pieces.next();
        if (done === true) return true;
        size += value.byteLength;
        read.push(value);
      }
      return false;
    },
    /** The pieces are released: a body is in memory once. */
    whole(): Buffer {
      const body = Buffer.concat(read);
      read.length = 0;
      return body;
    },
  };
}

/**
 * The promise's result; rejects when the signal aborts first. The listener is removed then: a signal with a time limit lives until that limit, and
 * would hold the result in memory as long.
 */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
