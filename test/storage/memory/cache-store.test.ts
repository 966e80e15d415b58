import { expect, test } from 'vitest';
import { memoryCache } from '../../../src/storage/memory/cache-store.ts';

test('a value is there until the millisecond that its time is over', async () => {
  let now = 0;
  const store = memoryCache(() => now);
  await store.set('k', 'v', 10);
  now = 9_999;
  expect(await store.get('k')).toBe('v');
  now = 10_000;
  expect(await store.get('k')).toBeUndefined();
  expect(await store.setIfAbsent('k', 't', 1)).toBe(true);
});

test('memory is bounded by the number of entries: the least recently used leaves first', async () => {
  const store = memoryCache(() => 0);
  for (let nth = 0; nth < 10_000; nth += 1) await store.set(`k${nth}`, 'v', 10);
  await store.get('k0');
  await store.set('one more', 'v', 10);
  expect(await store.get('k0')).toBe('v');
  expect(await store.get('k1')).toBeUndefined();
});

test('memory is bounded by size', async () => {
  const store = memoryCache(() => 0);
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let nth = 0; nth < 40; nth += 1) await store.set(`k${nth}`, megabyte, 10);
  expect(await store.get('k0')).toBeUndefined();
  expect(await store.get('k39')).toBe(megabyte);
});

test('a value too large for the whole memory is not stored, and removes nothing else', async () => {
  const store = memoryCache(() => 0);
  await store.set('small', 'v', 10);
  await store.set('large', 'x'.repeat(33 * 1024 * 1024), 10);
  expect([await store.get('small'), await store.get('large')]).toEqual(['v', undefined]);
});
