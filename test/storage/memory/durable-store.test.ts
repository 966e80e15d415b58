import { expect, test } from 'vitest';
import { memoryDurable } from '../../../src/storage/memory/durable-store.ts';

const MEGABYTE = 'x'.repeat(1024 * 1024);

/** A store with room for less than a megabyte more, and a clock that is moved by hand. */
async function almostFull(expirySeconds?: number) {
  const time = { now: 0 };
  const store = memoryDurable(() => time.now);
  for (let nth = 0; nth < 31; nth += 1) await store.set(`k${nth}`, MEGABYTE, expirySeconds);
  return { store, time };
}

test('a value is there until the millisecond that its time is over', async () => {
  const time = { now: 0 };
  const store = memoryDurable(() => time.now);
  await store.set('k', 'v', 10);
  time.now = 9_999;
  expect(await store.get('k')).toBe('v');
  time.now = 10_000;
  expect(await store.get('k')).toBeUndefined();
});

test('a full memory refuses a write, and loses nothing that it holds', async () => {
  const { store } = await almostFull();
  await expect(store.set('one more', MEGABYTE)).rejects.toThrow('full');
  expect([await store.get('k0'), await store.get('one more')]).toEqual([MEGABYTE, undefined]);
});

test('a full memory takes another value in place of one that it holds', async () => {
  const { store } = await almostFull();
  await store.set('k0', MEGABYTE.replace('x', 'y'));
  expect((await store.get('k0'))?.[0]).toBe('y');
});

test('a full memory takes a value again after a deletion', async () => {
  const { store } = await almostFull();
  await store.delete('k0');
  await store.set('one more', MEGABYTE);
  expect(await store.get('one more')).toBe(MEGABYTE);
});

test('a full memory makes room by what has expired', async () => {
  const { store, time } = await almostFull(10);
  time.now = 10_000;
  await store.set('one more', MEGABYTE);
  expect(await store.get('one more')).toBe(MEGABYTE);
});

test('deleting one thing twice makes no room', async () => {
  const { store } = await almostFull();
  await store.delete('k0');
  await store.delete('k0');
  await store.set('one', MEGABYTE);
  await expect(store.set('two', MEGABYTE)).rejects.toThrow('full');
});
