import { type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { signedHeaders } from '../../sandbox/slack/signing.ts';

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** One request to an app, as it is sent. */
export interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Sends a request and gives its answer; what becomes of the connection after the answer's head does not matter. */
export function post(
  appUrl: string,
  { method = 'POST', path = '/slack/events', headers = {}, body = '' }: Raw,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, appUrl), { method, agent: false, headers }, (incoming) => {
      const status = incoming.statusCode ?? 0;
      text(incoming).then(
        (said) => resolve({ status, text: said }),
        () => resolve({ status, text: '' }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A request with a true signature of its body. */
export function signed(
  body: string,
  contentType: string,
  { secret = 'sample-signing-secret', nowMs = Date.now() } = {},
): Raw {
  return {
    body,
    headers: { 'content-type': contentType, ...signedHeaders(secret, body, Math.floor(nowMs / 1000)) },
  };
}
