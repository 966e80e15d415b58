import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PushEvent, ReadPushEvent } from '../conference/push-event.ts';

/** The path ends with the deployment's secret. */
export const PUSH_PATH = '/conference/events/';

/** Of a push event's body. Samples have a few hundred bytes. */
const BODY_MAX_BYTES = 64 * 1024;

export interface PushRouteOptions {
  /** `CONFERENCE_PUSH_SECRET`. */
  readonly secret: string;
  readonly read: ReadPushEvent;
  /** Takes an event that names a meeting. May reject where it could not be noted. */
  readonly take: (event: PushEvent) => Promise<void>;
}

/**
 * `POST /conference/events/<secret>`. The vendor signs nothing, so a push event proves nothing: all that it does is to bring the check of a
 * meeting forward that cards follow. A wrong secret is answered like any unknown path, and its body is not read. 503 where the event could
 * not be noted, so that the vendor may send it again.
 */
export function pushRoute({ secret, read, take }: PushRouteOptions) {
  const expected = digestOf(secret);

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const isRight = timingSafeEqual(digestOf(path.slice(PUSH_PATH.length)), expected);
    if (request.method !== 'POST' || !isRight) {
      end(response, 404);
      return;
    }
    answer(request).then(
      (status) => end(response, status),
      () => end(response, 503),
    );
  };

  async function answer(request: IncomingMessage): Promise<number> {
    const body = await bodyOf(request);
    if (body === undefined) return 413;
    const event = read(body);
    if (event !== undefined) await take(event);
    return 200;
  }
}

/** Texts of any length compare in the same time. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What was not read of a request ends with its connection. */
function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
}

/** Undefined for a body that is too large; rejects where the client leaves. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > BODY_MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
