import { expect, test } from 'vitest';
import { meetingCache, meetingMemory } from '../../src/conference/meeting-cache.ts';
import { eventId } from '../../src/core/ids.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const keys = storageKeys(Buffer.alloc(32))(SINGLE_WORKSPACE);

/** A process's cache on a store, and its clock. */
function cacheOn(store: ReturnType<typeof memoryCache>, clock: { now: number }) {
  return meetingCache({ store, keys, memory: meetingMemory(), clock: () => clock.now, keepSeconds: 1000 });
}

const called = (title: string) => [decoded({ eventId: 1, title })] as const;

const titleOf = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer)).occurrences?.[0]?.title;
const id = eventId('1') ?? eventId('2');

test('an answer is local for three seconds, and then read from the store again', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const cache = cacheOn(
    memoryCache(() => clock.now),
    clock,
  );
  expect(cache.local(id)).toBeUndefined();
  await cache.storeFound(second(1000), called('first'));
  clock.now += 2999;
  expect(titleOf(cache.local(id))).toBe('first');
  clock.now += 1;
  expect(cache.local(id)).toBeUndefined();
  expect(titleOf((await cache.read(id))?.answer)).toBe('first');
  expect(titleOf(cache.local(id))).toBe('first');
});

test('an answer that another process stored is local when it is read for the second time', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  await cacheOn(store, clock).storeFound(second(1000), called('first'));
  const cache = cacheOn(store, clock);
  const seen: unknown[] = [];
  for (let times = 0; times < 3; times += 1) {
    seen.push(cache.local(id)?.kind);
    await cache.read(id);
  }
  expect(seen).toEqual([undefined, undefined, 'found']);
});

test('answers that are read once each, however many, leave memory to those that come again', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const others = Array.from({ length: 1200 }, (_, nth) => nth + 2);
  const elsewhere = cacheOn(store, clock);
  for (const nth of [1, ...others])
    await elsewhere.storeFound(second(1000), [decoded({ eventId: nth, title: 'first' })]);
  const cache = cacheOn(store, clock);
  await cache.read(id);
  await cache.read(id);
  for (const nth of others) await cache.read(eventId(String(nth)) ?? id);
  expect(titleOf(cache.local(id))).toBe('first');
});

test('a text that is read again unchanged gives the same answer, and one that another process wrote in the same second gives another', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const cache = cacheOn(store, clock);
  await cache.storeFound(second(1000), called('first'));
  clock.now += 3000;
  const again = await cache.read(id);
  clock.now += 3000;
  expect((await cache.read(id))?.answer).toBe(again?.answer);
  await cacheOn(store, clock).storeFound(second(1000), called('other'));
  expect(titleOf((await cache.read(id))?.answer)).toBe('other');
});

test('what a store returns that went back in time is not the latest, and can be a fallback', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const [store, elsewhere] = [memoryCache(() => clock.now), memoryCache(() => clock.now)];
  const cache = cacheOn(store, clock);
  await cacheOn(elsewhere, clock).storeFound(second(1000), called('older'));
  await cache.storeFound(second(1001), called('newer'));
  await store.set(keys.meeting(id), (await elsewhere.get(keys.meeting(id))) ?? '', 100);
  const cached = await cache.read(id);
  expect([titleOf(cached?.answer), cached?.isLatest]).toEqual(['older', false]);
  expect(titleOf(cache.local(id))).toBe('newer');
});

test('what was withdrawn is so for every process, from then on and for as long as it stays in the store', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const [cache, others] = [cacheOn(store, clock), cacheOn(store, clock)];
  await cache.storeFound(second(1000), called('first'));
  clock.now += 10_000;
  await others.withdraw(second(1010), id);
  for (const { answer } of [await cache.read(id), await others.read(id)].filter(
    (cached) => cached !== undefined,
  ))
    expect(answer).toMatchObject({ kind: 'withdrawn', at: 1010, asOf: 1000 });
  expect(others.local(id)?.kind).toBe('withdrawn');
  clock.now += 990_000;
  expect(await others.read(id)).toBeUndefined();
});

test('what was withdrawn is not the latest again when the store lost that', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const cache = cacheOn(store, clock);
  await cache.storeFound(second(1000), called('first'));
  const before = (await store.get(keys.meeting(id))) ?? '';
  await cache.withdraw(second(1010), id);
  await store.set(keys.meeting(id), before, 100);
  expect(await cache.read(id)).toMatchObject({ answer: { kind: 'found' }, isLatest: false });
});

test('what is not in the store cannot be withdrawn, and is no longer local', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const cache = cacheOn(store, clock);
  await cache.storeFound(second(1000), called('first'));
  await store.delete(keys.meeting(id));
  await cache.withdraw(second(1010), id);
  expect(cache.local(id)).toBeUndefined();
  expect(await cache.read(id)).toBeUndefined();
});

test('what another process wrote later is the latest', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryCache(() => clock.now);
  const [cache, others] = [cacheOn(store, clock), cacheOn(store, clock)];
  await cache.storeFound(second(1000), called('first'));
  await others.storeNotFound(second(1001), id);
  expect(await cache.read(id)).toEqual({ answer: { kind: 'not-found', at: 1001 }, isLatest: true });
});
