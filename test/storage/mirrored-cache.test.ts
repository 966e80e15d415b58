import { expect, test } from 'vitest';
import { guardedCache } from '../../src/storage/guarded.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { mirroredCache } from '../../src/storage/mirrored-cache.ts';

const DAY = 24 * 60 * 60;

/** A mirrored store on a shared one that is out of reach while `isAway`. */
function mirrored() {
  const time = { now: 0 };
  const clock = () => time.now;
  const [shared, fallback] = [memoryCache(clock), memoryCache(clock)];
  const away = { isAway: false };
  const guarded = guardedCache(shared, fallback, {
    run: (_operation, call, instead) => (away.isAway ? instead() : call()),
  });
  return { shared, store: mirroredCache(guarded, fallback), away, time };
}

test('what was written is still known when the shared store is away, until it ends', async () => {
  const { store, away, time } = mirrored();
  await store.set('link', '1', 30 * DAY);
  away.isAway = true;
  time.now = 30 * DAY * 1000 - 1;
  expect(await store.get('link')).toBe('1');
  time.now += 1;
  expect(await store.get('link')).toBeUndefined();
});

test('what was set where nothing was is still known then, and what was not set is not', async () => {
  const { shared, store, away } = mirrored();
  await shared.set('taken', '1', DAY);
  expect(await store.setIfAbsent('taken', '2', DAY)).toBe(false);
  expect(await store.setIfAbsent('link', '2', DAY)).toBe(true);
  away.isAway = true;
  expect(await store.get('taken')).toBeUndefined();
  expect(await store.get('link')).toBe('2');
});

test('what was read is still known then, for a day', async () => {
  const { shared, store, away, time } = mirrored();
  await shared.set('link', '1', 30 * DAY);
  expect(await store.get('link')).toBe('1');
  away.isAway = true;
  time.now = DAY * 1000 - 1;
  expect(await store.get('link')).toBe('1');
  time.now += 1;
  expect(await store.get('link')).toBeUndefined();
});

test('what was neither written nor read is not known then', async () => {
  const { shared, store, away } = mirrored();
  await shared.set('link', '1', DAY);
  away.isAway = true;
  expect(await store.get('link')).toBeUndefined();
});

test('what another process wrote since is what counts while the shared store answers', async () => {
  const { shared, store, away } = mirrored();
  await store.set('list', 'old', DAY);
  await shared.set('list', 'new', DAY);
  expect(await store.get('list')).toBe('new');
  away.isAway = true;
  expect(await store.get('list')).toBe('new');
});

test('what another process deleted is forgotten as soon as it is asked for', async () => {
  const { shared, store, away } = mirrored();
  await store.set('list', 'old', DAY);
  await shared.delete('list');
  expect(await store.get('list')).toBeUndefined();
  away.isAway = true;
  expect(await store.get('list')).toBeUndefined();
});

/** A mirrored store whose shared one answers a read only when it is told to. */
function slowlyRead() {
  const clock = () => 0;
  const [shared, fallback] = [memoryCache(clock), memoryCache(clock)];
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  async function get(key: string) {
    const value = await shared.get(key);
    await answered;
    return value;
  }
  return { store: mirroredCache({ ...shared, get }, fallback), fallback, answer };
}

test('what was written during a read is not forgotten by it', async () => {
  const { store, fallback, answer } = slowlyRead();
  const read = store.get('list');
  await store.set('list', 'new', DAY);
  answer();
  await read;
  expect(await fallback.get('list')).toBe('new');
});

test('what was deleted during a read is not brought back by it', async () => {
  const { store, fallback, answer } = slowlyRead();
  await store.set('list', 'old', DAY);
  const read = store.get('list');
  await store.delete('list');
  answer();
  await read;
  expect(await fallback.get('list')).toBeUndefined();
});

test('what is deleted is deleted in both', async () => {
  const { shared, store, away } = mirrored();
  await store.set('list', 'old', DAY);
  await store.delete('list');
  expect(await shared.get('list')).toBeUndefined();
  away.isAway = true;
  expect(await store.get('list')).toBeUndefined();
});

test('what is deleted while the shared store is away is unknown until that is back', async () => {
  const { store, away } = mirrored();
  await store.set('list', 'old', DAY);
  away.isAway = true;
  await store.delete('list');
  expect(await store.get('list')).toBeUndefined();
  away.isAway = false;
  expect(await store.get('list')).toBe('old');
});

test('what was written only while the shared store was away is replaced by what that has', async () => {
  const { store, away } = mirrored();
  await store.set('list', 'before', DAY);
  away.isAway = true;
  await store.set('list', 'meanwhile', DAY);
  expect(await store.get('list')).toBe('meanwhile');
  away.isAway = false;
  expect(await store.get('list')).toBe('before');
});
