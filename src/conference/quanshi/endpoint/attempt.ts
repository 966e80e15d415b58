import type { ConferenceCredentials } from '../../../core/tenant.ts';
import type { Clock } from '../../../core/time.ts';
import { type HttpFetch, USER_AGENT } from '../../../lib/http-fetch.ts';
import { NO_REPORT, type VendorFailure } from '../../vendor.ts';
import { authenticationHeaders } from './authentication.ts';
import type { ReadBody } from './limited-body.ts';
import { readReply, type VendorReply } from './reply.ts';
import { withoutSecrets } from './without-secrets.ts';

/** How to reach the vendor. */
export interface AttemptOptions {
  /** The root, without a closing slash. */
  readonly url: string;
  readonly credentials: ConferenceCredentials;
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  readonly nonce: () => string;
  /** Shared by all questions of the process, since it bounds the memory of their answers together. */
  readonly readBody: ReadBody;
}

/** A value of a request body. A bigint is written as a JSON number with all its digits: ids are up to uint64. */
type BodyValue = string | readonly string[] | bigint;

export type RequestBody = Readonly<Record<string, BodyValue>>;

/** One request, aborted at `limit` (body included), limited in size, without following redirects. Never rejects. */
export async function attempt(
  path: string,
  body: RequestBody,
  limit: AbortSignal,
  options: AttemptOptions,
): Promise<VendorReply> {
  const end = new AbortController();
  try {
    const response = await options.fetch(`${options.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
        ...authenticationHeaders(options.credentials, options.nonce(), options.clock()),
      },
      body: requestBody(body),
      signal: AbortSignal.any([limit, end.signal]),
    });
    return await options.readBody(response, limit, (read) =>
      read === undefined
        ? failure('unreadable')
        : withoutSecrets(readReply(response.status, read), options.credentials),
    );
  } catch {
    return failure(limit.aborted ? 'timeout' : 'unreachable');
  } finally {
    end.abort();
  }
}

export function failure(kind: VendorFailure['kind']): VendorFailure {
  return { kind, report: NO_REPORT };
}

function requestBody(body: RequestBody): string {
  const members = Object.entries(body).map(([name, value]) => {
    const json = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${json}`;
  });
  return `{${members.join(',')}}`;
}
