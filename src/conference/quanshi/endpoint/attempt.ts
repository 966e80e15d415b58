import { LosslessNumber, stringify } from 'lossless-json';
import type { ConferenceCredentials } from '../../../core/tenant.ts';
import type { Clock } from '../../../core/time.ts';
import { NO_REPORT, type VendorFailure } from '../../vendor.ts';
import { authenticationHeaders } from './authentication.ts';
import type { ReadBody } from './limited-body.ts';
import { readReply, type VendorReply } from './reply.ts';

/** How to reach the vendor. */
export interface AttemptOptions {
  /** The root, without a closing slash. */
  readonly url: string;
  readonly credentials: ConferenceCredentials;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly nonce: () => string;
  /** One for all questions of the process, since it bounds what their answers take together. */
  readonly readBody: ReadBody;
}

/** A value of a request body; `digits` makes a JSON number of them, digit for digit. */
export type BodyValue = string | readonly string[] | { readonly digits: string };

export type RequestBody = Readonly<Record<string, BodyValue>>;

/** One request, given up at `limit` (the whole exchange, body included), limited in size, following no redirect. Never rejects. */
export async function attempt(
  path: string,
  body: RequestBody,
  limit: AbortSignal,
  options: AttemptOptions,
): Promise<VendorReply> {
  const leave = new AbortController();
  try {
    const response = await options.fetch(`${options.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...authenticationHeaders(options.credentials, options.nonce(), options.clock()),
      },
      body: requestBody(body),
      signal: AbortSignal.any([limit, leave.signal]),
    });
    return await options.readBody(response, limit, (read) =>
      read === undefined ? failure('unreadable') : readReply(response.status, read),
    );
  } catch {
    return failure(limit.aborted ? 'timeout' : 'unreachable');
  } finally {
    leave.abort();
  }
}

export function failure(kind: VendorFailure['kind']): VendorFailure {
  return { kind, report: NO_REPORT };
}

function requestBody(body: RequestBody): string {
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    isDigits(value) ? new LosslessNumber(value.digits) : value,
  ]);
  return stringify(Object.fromEntries(entries)) ?? '{}';
}

function isDigits(value: BodyValue): value is { readonly digits: string } {
  return typeof value === 'object' && 'digits' in value;
}
