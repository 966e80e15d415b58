import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createGuard } from '../../src/storage/guard.ts';

const never = (): Promise<string> => new Promise(() => {});
const fallback = async (): Promise<string> => 'fallback';

test('after one call that times out the next ones do not try for a second', async () => {
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
    const first = guard.run('get', call, fallback);
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe('fallback');
    for (let nth = 0; nth < 5; nth += 1) expect(await guard.run('set', call, fallback)).toBe('fallback');
    expect([tried, told]).toEqual([1, ['get', 'degraded']]);

    await vi.advanceTimersByTimeAsync(1000);
    const trial = guard.run('get', call, fallback);
    expect(await guard.run('get', call, fallback)).toBe('fallback');
    expect(tried).toBe(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(await trial).toBe('fallback');

    await vi.advanceTimersByTimeAsync(1000);
    expect(await guard.run('get', async () => 'shared', fallback)).toBe('shared');
    expect([guard.state(), told.at(-1)]).toEqual(['ok', 'ok']);
  } finally {
    vi.useRealTimers();
  }
});

describe('a store that is pinged', () => {
  function pinged(ping: () => Promise<string>) {
    const told: string[] = [];
    let pings = 0;
    const guard = createGuard({
      onFault: () => {},
      onState: (state) => told.push(state),
      ping() {
        pings += 1;
        return ping();
      },
    });
    return { guard, told, pings: () => pings };
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    return () => void vi.useRealTimers();
  });

  test('is degraded until it was reached, and that is told', async () => {
    const { guard, told } = pinged(async () => 'PONG');
    expect([guard.state(), told]).toEqual(['degraded', []]);
    await guard.probe();
    expect([guard.state(), told]).toEqual(['ok', ['ok']]);
  });

  test('is not pinged while it is healthy', async () => {
    const { guard, pings } = pinged(async () => 'PONG');
    await guard.probe();
    await guard.run('get', async () => 'shared', fallback);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(pings()).toBe(1);
  });

  test('is pinged about once a second after a fault, until it answers, though nobody asks it for anything', async () => {
    let isUp = false;
    const { guard, told, pings } = pinged(() =>
      isUp ? Promise.resolve('PONG') : Promise.reject(new Error('down')),
    );
    await guard.run('get', () => Promise.reject(new Error('down')), fallback);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([guard.state(), pings() >= 5, pings() <= 10]).toEqual(['degraded', true, true]);
    isUp = true;
    await vi.advanceTimersByTimeAsync(2000);
    expect([guard.state(), told]).toEqual(['ok', ['degraded', 'ok']]);
    const before = pings();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pings()).toBe(before);
  });

  test('is not pinged any more once the guard is closed', async () => {
    const { guard, pings } = pinged(never);
    await guard.run('get', () => Promise.reject(new Error('down')), fallback);
    guard.close();
    await guard.run('get', () => Promise.reject(new Error('down')), fallback);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pings()).toBe(0);
  });
});

test('a process that was busy itself does not take that for a fault of the store', async () => {
  const faults: string[] = [];
  const guard = createGuard({ onFault: (name) => faults.push(name), onState: () => {} });
  const answer = guard.run('get', () => fetchedWhileBusy(), fallback);
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
