import { setTimeout as delay } from 'node:timers/promises';
import { type AttemptOptions, attempt, failure, type RequestBody } from './attempt.ts';
import { type BreakerState, endpointBreaker } from './breaker.ts';
import type { VendorReply } from './reply.ts';

/** What came of a question; `skipped`: not asked, since the service was down just now. */
export type CallOutcome = VendorReply['kind'] | 'skipped';

export interface EndpointOptions extends AttemptOptions {
  /** For a question and its repetition together. */
  readonly timeoutMs: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
  readonly onCall?: (outcome: CallOutcome, milliseconds: number) => void;
  readonly onState?: (state: BreakerState) => void;
}

/** Posts to one path of the vendor's. Never rejects: a failure of the network is a reply too. */
export type EndpointClient = (path: string, body: RequestBody) => Promise<VendorReply>;

/** Between so many milliseconds and twice as many, so that those who failed together do not come back together. */
const PAUSE_MS = 50;

/**
 * A client that limits the time of a question, repeats it once where that is safe and worth while (the connection broke, or HTTP 5xx:
 * every question only reads), and leaves a service alone that is down. No repetition after a time-out, nor where the service asks for
 * less (429).
 */
export function endpointClient(options: EndpointOptions): EndpointClient {
  const { timeoutMs, random = Math.random, onCall = () => {}, onState = () => {} } = options;
  const breaker = endpointBreaker(onState);

  async function ask(path: string, body: RequestBody): Promise<VendorReply> {
    const limit = AbortSignal.timeout(timeoutMs);
    const first = await attempt(path, body, limit, options);
    if (!isWorthRepeating(first)) return first;
    await delay(PAUSE_MS * (1 + random()));
    return attempt(path, body, limit, options);
  }

  return async (path, body) => {
    const startedAt = performance.now();
    const reply = await breaker(() => ask(path, body));
    onCall(reply?.kind ?? 'skipped', performance.now() - startedAt);
    return reply ?? failure('unreachable');
  };
}

function isWorthRepeating({ kind, report }: VendorReply): boolean {
  return kind === 'unreachable' && report.code !== 'HTTP 429';
}
