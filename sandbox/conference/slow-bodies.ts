import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

const json = { 'content-type': 'application/json' };

/** Writes for as long as the client reads, and no faster. */
export async function endless(response: ServerResponse): Promise<void> {
  const blanks = ' '.repeat(16_384);
  response.writeHead(200, json);
  response.write('{"status":0,"result":[');
  while (!response.destroyed) {
    if (!response.write(blanks)) await roomOrGone(response);
  }
}

/** A valid answer of exactly `bytes` bytes, or the answer itself where that is longer already. */
export function oversized(
  response: ServerResponse,
  answer: string,
  { bytes, declared = false }: { readonly bytes: number; readonly declared?: boolean },
): void {
  const [before, behind] = ['{"padding":"', `",${answer.slice(1)}`];
  const missing = bytes - Buffer.byteLength(before + behind);
  const body = missing < 0 ? answer : before + 'x'.repeat(missing) + behind;
  response.writeHead(200, declared ? { ...json, 'content-length': Buffer.byteLength(body) } : json);
  response.write(body);
  response.end();
}

/** The answer byte by byte; stops when the client has left. */
export async function trickle(response: ServerResponse, answer: string, everyMs: number): Promise<void> {
  response.writeHead(200, json);
  for (const byte of Buffer.from(answer)) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await after(everyMs, undefined, { ref: false });
  }
  response.end();
}

async function roomOrGone(response: ServerResponse): Promise<void> {
  const settled = new AbortController();
  const either = { signal: settled.signal };
  await Promise.race([once(response, 'drain', either), once(response, 'close', either)]);
  settled.abort();
}
