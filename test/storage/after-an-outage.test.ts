import { expect, test } from 'vitest';
import { guardedStore } from '../../src/storage/guarded-store.ts';
import { memoryStore } from '../../src/storage/memory/cache-store.ts';

/** Two stores behind a guard that turns to the second while `isAway`. */
function twoStores() {
  const [shared, standIn] = [memoryStore(Date.now), memoryStore(Date.now)];
  const away = { isAway: false };
  const store = guardedStore(shared, standIn, {
    state: () => 'ok',
    run: (_operation, call, instead) => (away.isAway ? instead() : call()),
  });
  return { shared, store, away };
}

test('what was deleted while the shared store was away does not come back with it', async () => {
  const { shared, store, away } = twoStores();
  await store.set('recent', 'old', 100);
  away.isAway = true;
  await store.delete('recent');
  away.isAway = false;
  expect(await shared.get('recent')).toBe('old');
  expect(await store.get('recent')).toBeUndefined();
  expect(await shared.get('recent')).toBeUndefined();
});

test('what was set anew since then stays', async () => {
  const { store, away } = twoStores();
  await store.set('recent', 'old', 100);
  away.isAway = true;
  await store.delete('recent');
  away.isAway = false;
  await store.set('recent', 'new', 100);
  expect(await store.get('recent')).toBe('new');
});

test('what was only set while it was away is forgotten', async () => {
  const { store, away } = twoStores();
  await store.set('proof', 'before', 100);
  away.isAway = true;
  await store.set('proof', 'meanwhile', 100);
  expect(await store.get('proof')).toBe('meanwhile');
  away.isAway = false;
  expect(await store.get('proof')).toBe('before');
});
