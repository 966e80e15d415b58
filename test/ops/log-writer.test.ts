import { expect, test, vi } from 'vitest';
import { type Descriptor, logWriter, WAITING_MAX } from '../../src/ops/log-writer.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A reader that accepts so many bytes until that is changed; then writes fail with `code`. */
function reader(room: number, code: 'EAGAIN' | 'ENOSPC' | 'EPIPE' = 'EAGAIN') {
  const state = { room, code: code as string, taken: '', attempts: 0 };
  const take = (bytes: Buffer): number => {
    state.attempts += 1;
    if (state.room === 0) throw failure(state.code);
    const part = bytes.subarray(0, state.room);
    state.room -= part.length;
    state.taken += part.toString();
    return part.length;
  };
  const descriptor: Descriptor = {
    writeSync: take,
    write(bytes, done) {
      queueMicrotask(() => {
        try {
          done(null, take(bytes));
        } catch (error) {
          done(error instanceof Error ? error : null, 0);
        }
      });
    },
  };
  return { state, descriptor };
}

const ROOMY = 1e9;
const lines = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, nth) => `line ${nth + from}\n`);

/** On a clock of its own; `pass` lets time go by, and what was begun in it end. */
async function onClock(act: (pass: (ms: number) => Promise<void>) => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await act(async (ms) => void (await vi.advanceTimersByTimeAsync(ms)));
  } finally {
    vi.useRealTimers();
  }
}

test('lines are written together, after a tenth of a second', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader(ROOMY);
    const writer = logWriter(descriptor);
    for (const line of lines(5)) writer.write(line);
    expect(state.attempts).toBe(0);
    await pass(100);
    expect([state.attempts, state.taken]).toEqual([1, lines(5).join('')]);
  }));

test('much is written at once', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader(ROOMY);
    const writer = logWriter(descriptor);
    for (const line of lines(3000)) writer.write(line);
    await pass(0);
    expect(state.taken.length).toBeGreaterThan(8000);
    await pass(100);
    expect([state.taken, writer.dropped()]).toEqual([lines(3000).join(''), 0]);
  }));

test('a reader that stops for a while gets every line when it goes on', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader(20);
    const writer = logWriter(descriptor);
    for (const line of lines(3000)) writer.write(line);
    await pass(5000);
    expect(state.taken).toHaveLength(20);
    state.room = ROOMY;
    await pass(200);
    expect([state.taken, writer.dropped()]).toEqual([lines(3000).join(''), 0]);
  }));

test('a reader that has stopped is tried twenty times a second, however much is logged', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader(0);
    const writer = logWriter(descriptor);
    for (let nth = 0; nth < 10; nth += 1) {
      for (const line of lines(1000)) writer.write(line);
      await pass(100);
    }
    expect(state.attempts).toBeLessThanOrEqual(21);
  }));

test('of what a stopped reader does not take, a bounded part waits, and each line more is dropped and counted', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader(0);
    const writer = logWriter(descriptor);
    const line = `${'x'.repeat(999)}\n`;
    for (let nth = 0; nth < 5000; nth += 1) writer.write(line);
    await pass(100);
    for (let nth = 0; nth < 5000; nth += 1) writer.write(line);
    const waits = 10_000 - writer.dropped();
    expect(waits * line.length).toBeLessThanOrEqual(2 * WAITING_MAX);
    state.room = ROOMY;
    await pass(1000);
    expect(state.taken).toHaveLength(waits * line.length);
  }));

test.each(['ENOSPC', 'EPIPE'] as const)(
  'lines that fail with %s are dropped and counted, and later ones written',
  (code) =>
    onClock(async (pass) => {
      const { state, descriptor } = reader(0, code);
      const writer = logWriter(descriptor);
      for (const line of lines(7)) writer.write(line);
      await pass(100);
      expect(writer.dropped()).toBe(7);
      for (const line of lines(2)) writer.write(line);
      await pass(100);
      expect(writer.dropped()).toBe(9);
      state.room = ROOMY;
      for (const line of lines(3)) writer.write(line);
      await pass(100);
      expect([state.taken, writer.dropped()]).toEqual([lines(3).join(''), 9]);
    }),
);

test('a line that broke off on a full disk is ended before the next one, and counted once', () =>
  onClock(async (pass) => {
    const { state, descriptor } = reader('line 0\nlin'.length, 'ENOSPC');
    const writer = logWriter(descriptor);
    for (const line of lines(3)) writer.write(line);
    await pass(200);
    writer.write('lost\n');
    await pass(200);
    expect(writer.dropped()).toBe(3);
    state.room = ROOMY;
    writer.write('next\n');
    await pass(200);
    expect(state.taken).toBe('line 0\nlin\nnext\n');
  }));

test('what waits at exit is written at once', () => {
  const { state, descriptor } = reader(ROOMY);
  const writer = logWriter(descriptor);
  for (const line of lines(5)) writer.write(line);
  writer.flushSync();
  expect(state.taken).toBe(lines(5).join(''));
});

test('a reader that is slow at exit gets all, a pause at a time', () => {
  const { state, descriptor } = reader(10);
  let pauses = 0;
  const writer = logWriter(descriptor, () => {
    pauses += 1;
    state.room = 10;
  });
  for (const line of lines(5)) writer.write(line);
  writer.flushSync();
  expect([state.taken, pauses, writer.dropped()]).toEqual([lines(5).join(''), 3, 0]);
});

test.each([
  ['takes nothing', 'EAGAIN', 500],
  ['is gone', 'EPIPE', 0],
  ['has no room on its disk', 'ENOSPC', 0],
] as const)('a reader that %s is not waited for at exit without bound', (_how, code, waited) => {
  const { descriptor } = reader(0, code);
  let milliseconds = 0;
  const writer = logWriter(descriptor, (pause) => {
    milliseconds += pause;
  });
  for (const line of lines(5)) writer.write(line);
  writer.flushSync();
  expect([milliseconds, writer.dropped()]).toEqual([waited, 5]);
});
