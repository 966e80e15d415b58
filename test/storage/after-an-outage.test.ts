import { expect, test } from 'vitest';
import { guardedCache } from '../../src/storage/guarded.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';

/** Two caches behind a guard that turns to the second while `isAway`. */
function twoCaches() {
  const away = { isAway: false };
  const cache = guardedCache(memoryCache(Date.now), memoryCache(Date.now), {
    run: (_operation, call, instead) => (away.isAway ? instead() : call()),
  });
  return { cache, away };
}

test('a list that was cleared while the shared cache was away is gone until that is back, and then there again', async () => {
  const { cache, away } = twoCaches();
  await cache.set('recent', 'old', 100);
  away.isAway = true;
  await cache.set('recent', 'meanwhile', 100);
  await cache.delete('recent');
  expect(await cache.get('recent')).toBeUndefined();
  away.isAway = false;
  expect(await cache.get('recent')).toBe('old');
});

test('what is set again after the outage stays', async () => {
  const { cache, away } = twoCaches();
  await cache.set('recent', 'old', 100);
  away.isAway = true;
  await cache.delete('recent');
  away.isAway = false;
  await cache.set('recent', 'new', 100);
  expect(await cache.get('recent')).toBe('new');
});

test('what was only set while the shared cache was away is forgotten', async () => {
  const { cache, away } = twoCaches();
  await cache.set('proof', 'before', 100);
  away.isAway = true;
  await cache.set('proof', 'meanwhile', 100);
  expect(await cache.get('proof')).toBe('meanwhile');
  away.isAway = false;
  expect(await cache.get('proof')).toBe('before');
});
