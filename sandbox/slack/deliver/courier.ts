import { type IncomingMessage, request } from 'node:http';
import { type Fields, parseJson } from '../fields.ts';
import { rawBody } from '../http/body.ts';
import { signedHeaders } from '../signing.ts';

/** Slack waits so long for an app, then tells the person that it failed. */
export const ANSWER_TIMEOUT_MS = 3000;

/** What the app said to one delivery. `status` is 0 when it said nothing in time or the connection broke. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON, or `undefined`. */
  readonly body: unknown;
  readonly ms: number;
}

/** What a person sees of a failed command: nothing in time, or anything that is not a 2xx. */
export function failureOf({ status }: Answer): 'operation_timeout' | 'dispatch_failed' | undefined {
  if (status === 0) return 'operation_timeout';
  return status >= 200 && status < 300 ? undefined : 'dispatch_failed';
}

/** How a delivery reaches the app: over HTTP, or in an envelope of Socket Mode (`socket-courier.ts`). */
export interface Courier {
  form(appUrl: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  interaction(appUrl: string, payload: Fields): Promise<Answer>;
  event(appUrl: string, payload: Fields, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/**
 * Signs and sends as Slack does: to `/slack/events`, a form without a charset or JSON, following no redirect. The
 * signature bears the sample's time: an app under test is given the same clock.
 */
export function courier(signingSecret: string, now: () => number, timeoutMs = ANSWER_TIMEOUT_MS): Courier {
  const send = (
    appUrl: string,
    body: string,
    contentType: string,
    extra: Readonly<Record<string, string>> = {},
  ) =>
    post(new URL('/slack/events', appUrl), body, timeoutMs, {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signedHeaders(signingSecret, body, Math.floor(now() / 1000)),
      ...extra,
    });
  const FORM = 'application/x-www-form-urlencoded';
  return {
    form: (appUrl, fields) => send(appUrl, new URLSearchParams(fields).toString(), FORM),
    interaction: (appUrl, payload) =>
      send(appUrl, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM),
    event: (appUrl, payload, headers) => send(appUrl, JSON.stringify(payload), 'application/json', headers),
  };
}

async function post(
  url: URL,
  body: string,
  timeoutMs: number,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const response = await sent(url, body, timeoutMs, headers);
    const text = (await rawBody(response)).toString('utf8');
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text,
      body: parseJson(text),
      ms: elapsed(),
    };
  } catch (error) {
    return { status: 0, headers: {}, text: String(error), body: undefined, ms: elapsed() };
  }
}

function sent(
  url: URL,
  body: string,
  timeoutMs: number,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers: { ...headers, ...length }, signal }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
