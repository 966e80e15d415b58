import { setTimeout as delay } from 'node:timers/promises';
import { type AttemptOptions, attempt, failure, type RequestBody } from './attempt.ts';
import { type BreakerState, endpointBreaker } from './breaker.ts';
import type { VendorReply } from './reply.ts';

/** The outcome of a question; `skipped`: not asked, since the vendor is down. */
export type CallOutcome = VendorReply['kind'] | 'skipped';

export interface EndpointOptions extends AttemptOptions {
  /** For a question and its retry together. */
  readonly timeoutMs: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
  readonly onCall?: (outcome: CallOutcome, milliseconds: number) => void;
  readonly onState?: (state: BreakerState) => void;
}

/** Posts to one path of the vendor's interface. Never rejects: a network failure is a reply too. */
export type EndpointClient = (path: string, body: RequestBody) => Promise<VendorReply>;

/** The retry waits between so many milliseconds and twice as many, so that questions which failed together are not retried together. */
const PAUSE_MS = 50;

/**
 * A client that limits the time of a question, retries it once if the connection broke or the vendor answered HTTP 5xx, and does not ask a
 * vendor that is down. A retry is safe, since every question only reads. There is no retry after a time-out or HTTP 429.
 */
export function endpointClient(options: EndpointOptions): EndpointClient {
  const { timeoutMs, random = Math.random, onCall = () => {}, onState = () => {} } = options;
  const breaker = endpointBreaker(onState);

  async function ask(path: string, body: RequestBody): Promise<VendorReply> {
    const limit = AbortSignal.timeout(timeoutMs);
    const first = await attempt(path, body, limit, options);
    if (!isWorthRetrying(first)) return first;
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

function isWorthRetrying({ kind, report }: VendorReply): boolean {
  return kind === 'unreachable' && report.code !== 'HTTP 429';
}
