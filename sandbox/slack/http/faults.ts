import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../api/reply.ts';

/** One way in which Slack can fail an app. `slow` answers rightly, but late; `hang` never answers. */
export type Fault =
  | { readonly kind: 'error'; readonly error: string; readonly messages?: readonly string[] }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'reset' };

export interface Faults {
  /** Without `times`, every request fails so until `heal`. */
  add(target: string, fault: Fault, times?: number): void;
  /** From now on this method takes so many calls in a minute, and answers the others with the seconds until the next minute. */
  limit(target: string, perMinute: number): void;
  heal(): void;
  /** Applies what is planned for this target, or for `narrower`; `false` when the request should be answered as usual. */
  strike(target: string, response: ServerResponse, narrower?: string): Promise<boolean>;
}

/** `wait` passes the milliseconds of a slow answer; `now` is the clock of limits. */
export function faults(wait = after, now: () => number = Date.now): Faults {
  const limits = new Map<string, { readonly perMinute: number; until: number; taken: number }>();
  const planned = new Map<string, { readonly fault: Fault; left: number }[]>();
  return {
    add(target, fault, times = Number.POSITIVE_INFINITY) {
      planned.set(target, [...(planned.get(target) ?? []), { fault, left: times }]);
    },
    limit: (target, perMinute) => void limits.set(target, { perMinute, until: 0, taken: 0 }),
    heal() {
      planned.clear();
      limits.clear();
    },
    async strike(target, response, narrower = target) {
      const plans = [...(planned.get(narrower) ?? []), ...(planned.get(target) ?? [])];
      const next = plans.find(({ left }) => left > 0);
      if (next === undefined) return isOverLimit(target, response);
      next.left -= 1;
      if (next.fault.kind === 'slow') {
        await wait(next.fault.ms);
        return false;
      }
      return apply(next.fault, response, target === 'response_url' ? 404 : 200);
    },
  };

  function isOverLimit(target: string, response: ServerResponse): boolean {
    const limit = limits.get(target);
    if (limit === undefined) return false;
    if (now() >= limit.until) Object.assign(limit, { until: now() + MINUTE_MS, taken: 0 });
    limit.taken += 1;
    if (limit.taken <= limit.perMinute) return false;
    const retryAfterSeconds = Math.ceil((limit.until - now()) / 1000);
    return apply({ kind: 'rate-limited', retryAfterSeconds }, response, 200);
  }
}

const MINUTE_MS = 60_000;

const after = (milliseconds: number): Promise<unknown> => sleep(milliseconds, undefined, { ref: false });

function apply(
  fault: Exclude<Fault, { readonly kind: 'slow' }>,
  response: ServerResponse,
  refusalStatus: number,
): boolean {
  switch (fault.kind) {
    case 'hang':
      return true;
    case 'reset':
      response.req.socket.destroy();
      return true;
    case 'error':
      sendJson(response, fail(fault.error, fault.messages), refusalStatus);
      return true;
    case 'http':
      response
        .writeHead(fault.status, { 'content-type': 'text/html' })
        .end('<html><body>Server error</body></html>');
      return true;
    case 'rate-limited':
      response.setHeader('retry-after', String(fault.retryAfterSeconds));
      sendJson(response, { ok: false, error: 'ratelimited' }, 429);
      return true;
  }
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
