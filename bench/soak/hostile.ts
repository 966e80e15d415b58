import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { headOf, rawConnection } from '../../sandbox/raw-connection.ts';
import { signedHeaders } from '../../sandbox/slack/signing.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

const PATH = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';
const MB = 1_000_000;
const HALF_OPEN = 300;
const HELD_MS = 3000;
const BETWEEN_MS = 150;
const TIMEOUT_MS = 10_000;

/** Memory for bodies is bounded, and half-open connections use some of it. */
const LARGE = [200, 413, 503];

const GOOD =
  'command=%2Fmeeting&text=700001&user_id=U0HAN&team_id=T0HOME&channel_id=C0TEAM&response_url=http%3A%2F%2F127.0.0.1%3A9%2F';

interface Sent {
  readonly entryPoint: string;
  readonly body: string;
  readonly headers: OutgoingHttpHeaders;
  /** What may be answered. */
  readonly statuses: readonly number[];
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Requests that are not Slack's, and requests that are Slack's and are not what Slack sends; made again each time, since signatures expire. */
function requests(secret: string): readonly Sent[] {
  const signed = (body: string, at = seconds()) => signedHeaders(secret, body, at);
  const forged = (name: string, headers: OutgoingHttpHeaders, body = GOOD): Sent => ({
    entryPoint: `forged: ${name}`,
    body,
    headers: { 'content-type': FORM, ...headers },
    statuses: [400, 401, 413, 503],
  });
  const odd = (name: string, body: string, contentType: string, statuses = [200, 400, 404]): Sent => ({
    entryPoint: `signed, odd: ${name}`,
    body,
    headers: { 'content-type': contentType, ...signed(body) },
    statuses,
  });
  const json = 'application/json';
  return [
    forged('no signature', {}),
    forged('of another body', signed(`${GOOD}&text=1`)),
    forged('six minutes old', signed(GOOD, seconds() - 360)),
    forged('six minutes ahead', signed(GOOD, seconds() + 360)),
    forged('no time', { 'x-slack-signature': signed(GOOD)['x-slack-signature'] }),
    forged('time of letters', { ...signed(GOOD), 'x-slack-request-timestamp': 'now' }),
    forged('half a digest', { ...signed(GOOD), 'x-slack-signature': 'v0=abcd' }),
    forged('1 MB', {}, `text=${'x'.repeat(MB)}`),
    odd('1 MB of text', `${GOOD}&text=${'x'.repeat(MB - 1000)}`, FORM, LARGE),
    odd('2 MB', `text=${'x'.repeat(2 * MB)}`, FORM, LARGE),
    odd('a list', '[]', json),
    odd('broken JSON', '{"event":', json),
    odd('an event without an envelope', '{"type":"link_shared"}', json),
    odd('an event of links without links', '{"type":"event_callback","event":{"type":"link_shared"}}', json),
    odd('a payload that is a number', 'payload=1', FORM),
    odd('a payload 5,000 deep', `payload=${'['.repeat(5000)}`, FORM),
  ];
}

/** All of it again and again until the signal; what is not turned away as it should be counts as unanswered. */
export async function hostile(world: World, ledger: Ledger, signal: AbortSignal): Promise<void> {
  const halfOpen = holdHalfOpen(world, signal);
  while (!signal.aborted) {
    for (const sent of requests(world.slack.signingSecret)) {
      if (signal.aborted) break;
      await send(world.apps.url(), sent, ledger);
      await delay(BETWEEN_MS);
    }
  }
  await halfOpen;
}

async function send(
  appUrl: string,
  { entryPoint, body, headers, statuses }: Sent,
  ledger: Ledger,
): Promise<void> {
  const since = performance.now();
  const status = await statusOf(appUrl, body, headers).catch(() => 0);
  if (statuses.includes(status)) ledger.answered(entryPoint, performance.now() - since);
  else ledger.unanswered(entryPoint, status === 0 ? 'nothing' : `HTTP ${status}`);
}

/** The status of the answer, which may come, and end the connection, before all of the body was sent. */
function statusOf(appUrl: string, body: string, headers: OutgoingHttpHeaders): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(PATH, appUrl),
      {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (incoming: { statusCode?: number | undefined; headers: IncomingHttpHeaders; resume(): unknown }) => {
        incoming.resume();
        resolve(incoming.statusCode ?? 0);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Hundreds of connections that stop half-way through a body of 1 MB and are held open for a while, again and again; some with a signature that looks right. */
async function holdHalfOpen({ apps }: World, signal: AbortSignal): Promise<void> {
  const half = 'x'.repeat(MB / 2);
  const lookalike = { 'x-slack-signature': `v0=${'0'.repeat(64)}` };
  while (!signal.aborted) {
    const connections = await Promise.all(
      Array.from({ length: HALF_OPEN }, (_, nth) => {
        const headers = nth % 3 === 0 ? { ...lookalike, 'x-slack-request-timestamp': String(seconds()) } : {};
        return rawConnection(apps.urlOf(nth % 2), `${headOf(MB, headers)}${half}`).catch(() => undefined);
      }),
    );
    await delay(HELD_MS, undefined, { signal }).catch(() => undefined);
    for (const connection of connections) connection?.socket.destroy();
  }
}
