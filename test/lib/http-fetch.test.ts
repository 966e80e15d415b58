import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { httpFetch } from '../../src/lib/http-fetch.ts';

/** A server of this test alone; what it is told is its answer to each request. */
async function serverOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}/` : '';
}

test('what is sent arrives, and the answer is read with its status, its words and its headers', async () => {
  const url = await serverOf(async (request, response) => {
    response.writeHead(404, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] });
    response.end(`${request.method} ${request.headers['x-one']} ${await text(request)}`);
  });
  const answer = await httpFetch(url, { method: 'POST', headers: { 'X-One': '1' }, body: 'hello' });
  const { ok, status, statusText, headers } = answer;
  expect({ ok, status, statusText, url: answer.url }).toEqual({
    ok: false,
    status: 404,
    statusText: 'Not Found',
    url,
  });
  expect([headers.get('Retry-After'), headers.get('x-none')]).toEqual(['7', null]);
  expect(Object.fromEntries(headers.entries())).toMatchObject({
    'retry-after': '7',
    'set-cookie': 'a=1,b=2',
  });
  expect(await answer.text()).toBe('POST 1 hello');
});

test('a form with a file arrives with all its parts', async () => {
  const url = await serverOf(async (request, response) => {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(await buffer(request), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    response.end(`${form.get('name')}: ${file instanceof Blob ? await file.text() : 'no file'}`);
  });
  const form = new FormData();
  form.append('name', 'meeting.ics');
  form.append('file', new Blob(['BEGIN:VCALENDAR']), 'meeting.ics');
  const answer = await httpFetch(url, { method: 'POST', body: form });
  expect(await answer.text()).toBe('meeting.ics: BEGIN:VCALENDAR');
});

test('nobody is asked to pack an answer, since nothing unpacks it', async () => {
  const url = await serverOf(({ headers }, response) => response.end(headers['accept-encoding']));
  expect(await (await httpFetch(url)).text()).toBe('identity');
});

test.each([301, 302, 303, 307, 308])(
  'a redirect with status %i is not followed: it is an error, or the answer where that was asked for',
  async (status) => {
    const asked: (string | undefined)[] = [];
    const url = await serverOf((request, response) => {
      asked.push(request.url);
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    await expect(httpFetch(url, { method: 'POST', redirect: 'error' })).rejects.toThrow('redirect');
    await expect(httpFetch(url, { method: 'POST' })).rejects.toThrow('redirect');
    expect((await httpFetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(status);
    expect(asked).toEqual(['/', '/', '/']);
  },
);

test('a body that is cancelled ends no connection, so the next requests can use it', async () => {
  const connections = new Set<Socket>();
  const url = await serverOf(({ socket }, response) => {
    connections.add(socket);
    response.end('x'.repeat(10_000));
  });
  for (let nth = 0; nth < 10; nth += 1) await (await httpFetch(url)).body?.cancel();
  expect(connections.size).toBeLessThan(10);
  expect([...connections].filter(({ destroyed }) => destroyed)).toEqual([]);
});

test('a body that never ends is cancelled at once, and its end is nobody’s failure', async () => {
  const url = await serverOf((_request, response) => void response.write('the first piece'));
  const end = new AbortController();
  const { body } = await httpFetch(url, { signal: end.signal });
  await body?.cancel();
  end.abort(new Error('enough'));
  await new Promise(setImmediate);
});

test('a body in pieces ends with an error when the request is aborted, whether it is read or not', async () => {
  const url = await serverOf((_request, response) => void response.write('the first piece'));
  for (const isRead of [true, false]) {
    const end = new AbortController();
    const { body } = await httpFetch(url, { signal: end.signal });
    const pieces = body?.[Symbol.asyncIterator]();
    if (isRead) expect(String((await pieces?.next())?.value)).toBe('the first piece');
    end.abort(new Error('enough'));
    await expect(pieces?.next()).rejects.toThrow('enough');
  }
});
