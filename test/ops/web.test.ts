import type { Server } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { headOf, rawConnection } from '../../sandbox/raw-connection.ts';
import { close, listen, type WebLimits, webServer } from '../../src/ops/web.ts';

const HOUR = 3_600_000;
const patient: WebLimits = { headersMs: HOUR, requestMs: HOUR, checkEveryMs: 5, connections: 100 };

async function served(limits: Partial<WebLimits>): Promise<{ server: Server; url: string }> {
  const server = webServer(
    { '/read': (request, response) => void request.resume().on('end', () => response.end('read')) },
    { ...patient, ...limits },
  );
  const port = await listen(server, 0);
  onTestFinished(() => close(server));
  return { server, url: `http://127.0.0.1:${port}` };
}

test('a connection that says nothing is closed when the time for a head is over', async () => {
  const { url } = await served({ headersMs: 20 });
  expect(await (await rawConnection(url)).closed).toContain('408 Request Timeout');
});

test('half a head is answered with 408 when its time is over', async () => {
  const { url } = await served({ headersMs: 20 });
  const { closed } = await rawConnection(url, 'POST /read HTTP/1.1\r\nhost: x\r\n');
  expect(await closed).toContain('408 Request Timeout');
});

test('half a body is answered with 408 when its time is over', async () => {
  const { url } = await served({ headersMs: 20, requestMs: 40 });
  const { closed } = await rawConnection(url, `${headOf(100, {}, '/read')}half`);
  expect(await closed).toContain('408 Request Timeout');
});

test('a connection above the bound is closed, and those below it are served', async () => {
  const { url } = await served({ connections: 2 });
  const [one, two] = [await rawConnection(url), await rawConnection(url)];
  expect(await (await rawConnection(url)).closed).toBe('');
  one.socket.write('GET /read HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  expect(await one.closed).toContain('200 OK');
  two.socket.destroy();
});
