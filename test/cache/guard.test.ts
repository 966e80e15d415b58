import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createGuard } from '../../src/cache/guard.ts';

const never = (): Promise<string> => new Promise(() => {});
const standIn = async (): Promise<string> => 'stand-in';

test('one call that is waited for in vain keeps the next ones from trying, for a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    const told: string[] = [];
    const guard = createGuard({
      onFault: (name) => told.push(name),
      onState: (state) => told.push(state),
    });
    let tried = 0;
    const call = (): Promise<string> => {
      tried += 1;
      return never();
    };
    const first = guard.run('get', call, standIn);
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe('stand-in');
    for (let nth = 0; nth < 5; nth += 1) expect(await guard.run('set', call, standIn)).toBe('stand-in');
    expect([tried, told]).toEqual([1, ['get', 'degraded']]);

    await vi.advanceTimersByTimeAsync(1000);
    const trial = guard.run('get', call, standIn);
    expect(await guard.run('get', call, standIn)).toBe('stand-in');
    expect(tried).toBe(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(await trial).toBe('stand-in');

    await vi.advanceTimersByTimeAsync(1000);
    expect(await guard.run('get', async () => 'shared', standIn)).toBe('shared');
    expect([guard.state(), told.at(-1)]).toEqual(['ok', 'ok']);
  } finally {
    vi.useRealTimers();
  }
});

test('a process that was busy itself does not take that for a fault of the store', async () => {
  const faults: string[] = [];
  const guard = createGuard({ onFault: (name) => faults.push(name), onState: () => {} });
  const answer = guard.run('get', () => fetchedWhileBusy(), standIn);
  expect(await answer).toBe('shared');
  expect(faults).toEqual([]);
});

/** An answer that arrives at once, by the network, at a process that does not look for a quarter of a second. */
async function fetchedWhileBusy(): Promise<string> {
  const server = createServer((socket) => socket.end('shared'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  await once(socket, 'connect');
  const until = performance.now() + 250;
  while (performance.now() < until);
  const [data] = await once(socket, 'data');
  server.close();
  return String(data);
}
