import { createServer, type Server } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listening } from '../../../sandbox/listening.ts';
import { headOf, rawConnection } from '../../../sandbox/raw-connection.ts';
import { BodiesInFlight } from '../../../src/slack/transports/bodies-in-flight.ts';
import { type NoBody, readBody } from '../../../src/slack/transports/request-body.ts';

const MB = 1024 * 1024;
const bodies = new BodiesInFlight(4 * MB);
let server: Server;
let url = '';
let read: (Buffer | NoBody)[] = [];
let mostBytes = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    request.prependListener('data', () => {
      mostBytes = Math.max(mostBytes, bodies.bytes);
    });
    read.push(await readBody(request, bodies));
    response.end('read');
  });
  url = await listening(server);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sends a body in chunks of HTTP, each written alone, and waits for the answer. */
async function sent(chunks: readonly string[]): Promise<Buffer | NoBody | undefined> {
  read = [];
  const { socket, closed } = await rawConnection(
    url,
    'POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n',
  );
  for (const chunk of chunks) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  socket.write('0\r\n\r\n');
  await closed;
  return read[0];
}

test('a body in however many pieces is read as it was sent, and its memory is free again', async () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3000 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
      expect(String(await sent(pieces))).toBe(pieces.join(''));
      expect(bodies.bytes).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('a body in single bytes takes at most twice its length', async () => {
  const text = 'ab'.repeat(10_000);
  mostBytes = 0;
  expect(String(await sent([...text]))).toBe(text);
  expect(mostBytes).toBeGreaterThan(0);
  expect(mostBytes).toBeLessThanOrEqual(2 * text.length);
});

test('a body that its sender leaves in the middle gives its memory back', async () => {
  read = [];
  const { socket } = await rawConnection(url, `${headOf(1000)}half`);
  await expect.poll(() => bodies.bytes).toBe(4);
  socket.destroy();
  await expect.poll(() => read).toEqual(['aborted']);
  expect(bodies.bytes).toBe(0);
});
