import { LosslessNumber, stringify } from 'lossless-json';
import type { Clock } from '../../core/time.ts';
import { NO_REPORT, type SourceFailure } from '../source.ts';
import { type Authentication, authenticationHeaders } from './authentication.ts';
import { limitedText } from './limited-body.ts';
import { type Reply, readReply } from './reply.ts';

/** How to reach the vendor. */
export interface EndpointOptions {
  /** The root, without a closing slash. */
  readonly url: string;
  readonly authentication: Authentication;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly nonce: () => string;
}

/** A value of a request body; `digits` makes a JSON number of them, digit for digit. */
export type BodyValue = string | readonly string[] | { readonly digits: string };

/** Posts to one path of the vendor's. Never rejects: a failure of the network is a reply too. */
export type EndpointClient = (path: string, body: Readonly<Record<string, BodyValue>>) => Promise<Reply>;

/** A client that limits time (the whole exchange, body included) and size, and follows no redirect. */
export function endpointClient(options: EndpointOptions): EndpointClient {
  return async (path, body) => {
    const limit = AbortSignal.timeout(options.timeoutMs);
    const leave = new AbortController();
    try {
      const response = await options.fetch(`${options.url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          ...authenticationHeaders(options.authentication, options.nonce(), options.clock()),
        },
        body: requestBody(body),
        signal: AbortSignal.any([limit, leave.signal]),
      });
      const text = await limitedText(response);
      if (text === undefined) return failure('unreadable');
      return readReply(response.status, text);
    } catch {
      return failure(limit.aborted ? 'timeout' : 'unreachable');
    } finally {
      leave.abort();
    }
  };
}

function requestBody(body: Readonly<Record<string, BodyValue>>): string {
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    isDigits(value) ? new LosslessNumber(value.digits) : value,
  ]);
  return stringify(Object.fromEntries(entries)) ?? '{}';
}

function isDigits(value: BodyValue): value is { readonly digits: string } {
  return typeof value === 'object' && 'digits' in value;
}

function failure(kind: SourceFailure['kind']): SourceFailure {
  return { kind, report: NO_REPORT };
}
