import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { largeMeeting, meeting } from '../../../sandbox/conference/meetings.ts';
import { toJson, type WireMeeting } from '../../../sandbox/conference/wire.ts';
import { decodeMeetings } from '../../../src/conference/quanshi/decoder/meeting.ts';
import { endpointClient } from '../../../src/conference/quanshi/endpoint/client.ts';
import { limitedBodies } from '../../../src/conference/quanshi/endpoint/limited-body.ts';
import type { VendorReply } from '../../../src/conference/quanshi/endpoint/reply.ts';
import { zoneOf } from '../../support/units.ts';

const ALL = 20;
const LARGE = 10;

const answer = (wire: WireMeeting): Buffer => Buffer.from(toJson({ status: 0, result: [wire] }));

/** A service that answers when all have asked: `/large` with as large a meeting as may be, anything else with a small one. */
async function serviceOfLargeAnswers(): Promise<string> {
  const [large, small] = [answer(largeMeeting()), answer(meeting())];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    waiting.push(() => response.end(request.url === '/large' ? large : small));
    if (waiting.length === ALL) for (const send of waiting) send();
  }).listen(0, '127.0.0.1');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function inviteesIn(reply: VendorReply): number | undefined {
  const result = reply.kind === 'answered' && Array.isArray(reply.result) ? reply.result : [];
  return decodeMeetings(result, zoneOf('Asia/Shanghai'), () => {})[0]?.invitees.length;
}

test('ten of the largest answers and ten small ones that come at once are all read, over real connections', async () => {
  const client = endpointClient({
    url: await serviceOfLargeAnswers(),
    credentials: { kind: 'none' },
    fetch,
    clock: Date.now,
    nonce: randomUUID,
    timeoutMs: 60_000,
    readBody: limitedBodies(),
  });
  const asking = Array.from({ length: ALL }, (_, nth) => client(nth < LARGE ? '/large' : '/small', {}));
  const invitees = (await Promise.all(asking)).map(inviteesIn);
  expect(invitees).toEqual([...Array(LARGE).fill(3000), ...Array(ALL - LARGE).fill(5)]);
});
