import { STATUS_CODES } from 'node:http';
import { request } from 'undici';

/** What of a request the app and Slack's client say. The members mean what they mean for `fetch` (fetch.spec.whatwg.org, 5.4). */
export interface HttpRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | FormData;
  readonly redirect?: 'error' | 'follow' | 'manual';
  readonly signal?: AbortSignal;
}

/** What of a response they read; each `Response` has it. The body is read once, whole or in pieces, or cancelled. */
export interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: HttpHeaders;
  readonly body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null;
  arrayBuffer(): Promise<ArrayBuffer>;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

interface HttpHeaders {
  get(name: string): string | null;
  entries(): Iterable<[string, string]>;
}

export type HttpFetch = (url: string | URL, init?: HttpRequest) => Promise<HttpResponse>;

/** Who asks, where Slack's client does not say it. */
export const USER_AGENT = 'meeting-cards';

/** Nothing here unpacks a body (RFC 9110, 12.5.3). */
const UNPACKED = { 'accept-encoding': 'identity' };

/**
 * `fetch` without what this app does not use: web streams, redirects that are followed, compression. It takes less of the processor's time
 * (docs/adr/0038-requests-without-fetch.md). Rejects at each redirect, but for `redirect: 'manual'`.
 */
export const httpFetch: HttpFetch = async (url, { redirect, body: given, ...init } = {}) => {
  const form = typeof given === 'object' ? await encoded(given) : undefined;
  const { statusCode, headers, body } = await request(url, {
    ...init,
    headers: { ...UNPACKED, ...init.headers, ...form?.headers },
    body: form?.bytes ?? (typeof given === 'string' ? given : null),
  });
  // What of it is on its way is read behind, which leaves the connection to the next request; it never rejects.
  const cancel = async (): Promise<void> => void body.dump();
  if (isRedirect(statusCode) && redirect !== 'manual') {
    await cancel();
    throw new Error('The answer is a redirect.');
  }
  return {
    ok: statusCode >= 200 && statusCode < 300,
    status: statusCode,
    statusText: STATUS_CODES[statusCode] ?? '',
    url: String(url),
    headers: readable(headers),
    body: { [Symbol.asyncIterator]: () => body[Symbol.asyncIterator](), cancel },
    arrayBuffer: () => body.arrayBuffer(),
    json: () => body.json(),
    text: () => body.text(),
  };
};

/** A form with a file, such as an upload of Slack's, and the header that says where its parts end. */
async function encoded(form: FormData) {
  const whole = new Response(form);
  const type = whole.headers.get('content-type') ?? '';
  return { headers: { 'content-type': type }, bytes: Buffer.from(await whole.arrayBuffer()) };
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** The names are in small letters already. */
function readable(headers: Readonly<Record<string, string | string[] | undefined>>): HttpHeaders {
  const get = (name: string): string | null => headers[name.toLowerCase()]?.toString() ?? null;
  return {
    get,
    entries: () => Object.keys(headers).map((name) => [name, get(name) ?? '']),
  };
}
