import { expect, test } from 'vitest';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { meetingCache } from '../../src/conference/meeting-cache.ts';
import { eventId } from '../../src/core/ids.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryStore } from '../../src/storage/memory/cache-store.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { decodedAll } from '../support/decoded.ts';
import { second, zoneOf } from '../support/units.ts';

const keys = storageKeys(Buffer.alloc(32))(SINGLE_WORKSPACE);

/** A process's copies on a store, and its clock. */
function copiesOn(store: ReturnType<typeof memoryStore>, clock: { now: number }) {
  const options = { keys, clock: () => clock.now, defaultZone: zoneOf('Asia/Shanghai'), keepSeconds: 1000 };
  return meetingCache({ store, ...options });
}

function found(title: string) {
  const { meetings, stored } = decodedAll([meeting({ eventId: 1, title })]);
  const [first] = meetings;
  if (first === undefined) throw new Error('it does not decode');
  return { kind: 'found', occurrences: [first], stored } as const;
}

const titleOf = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer)).occurrences?.[0]?.title;
const id = eventId('1') ?? eventId('2');

test('a copy is near for three seconds, and then read from the store again', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const copies = copiesOn(
    memoryStore(() => clock.now),
    clock,
  );
  expect(copies.local(id)).toBeUndefined();
  await copies.keepFound(second(1000), found('first'));
  clock.now += 2999;
  expect(titleOf(copies.local(id))).toBe('first');
  clock.now += 1;
  expect(copies.local(id)).toBeUndefined();
  expect(titleOf((await copies.read(id))?.answer)).toBe('first');
  expect(titleOf(copies.local(id))).toBe('first');
});

test('a store that has gone back in time is not believed, but can stand in', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const [store, elsewhere] = [memoryStore(() => clock.now), memoryStore(() => clock.now)];
  const copies = copiesOn(store, clock);
  await copiesOn(elsewhere, clock).keepFound(second(1000), found('older'));
  await copies.keepFound(second(1001), found('newer'));
  await store.set(keys.meeting(id), (await elsewhere.get(keys.meeting(id))) ?? '', 100);
  const copy = await copies.read(id);
  expect([titleOf(copy?.answer), copy?.isLatest]).toEqual(['older', false]);
  expect(titleOf(copies.local(id))).toBe('newer');
});

test('what was withdrawn is so for every process, from then on and for as long as it was kept', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryStore(() => clock.now);
  const [copies, others] = [copiesOn(store, clock), copiesOn(store, clock)];
  await copies.keepFound(second(1000), found('first'));
  clock.now += 10_000;
  await others.withdraw(second(1010), id);
  for (const { answer } of [await copies.read(id), await others.read(id)].filter(
    (copy) => copy !== undefined,
  ))
    expect(answer).toMatchObject({ kind: 'withdrawn', at: 1010, asOf: 1000 });
  expect(others.local(id)?.kind).toBe('withdrawn');
  clock.now += 990_000;
  expect(await others.read(id)).toBeUndefined();
});

test('what was withdrawn is not believed again when the store lost that', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryStore(() => clock.now);
  const copies = copiesOn(store, clock);
  await copies.keepFound(second(1000), found('first'));
  const before = (await store.get(keys.meeting(id))) ?? '';
  await copies.withdraw(second(1010), id);
  await store.set(keys.meeting(id), before, 100);
  expect(await copies.read(id)).toMatchObject({ answer: { kind: 'found' }, isLatest: false });
});

test('what is not kept cannot be withdrawn, and is near no longer', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryStore(() => clock.now);
  const copies = copiesOn(store, clock);
  await copies.keepFound(second(1000), found('first'));
  await store.delete(keys.meeting(id));
  await copies.withdraw(second(1010), id);
  expect(copies.local(id)).toBeUndefined();
  expect(await copies.read(id)).toBeUndefined();
});

test('what another process wrote later is the latest', async () => {
  if (id === undefined) throw new Error('no id');
  const clock = { now: 1_000_000 };
  const store = memoryStore(() => clock.now);
  const [copies, others] = [copiesOn(store, clock), copiesOn(store, clock)];
  await copies.keepFound(second(1000), found('first'));
  await others.keepNotFound(second(1001), id);
  expect(await copies.read(id)).toEqual({ answer: { kind: 'not-found', at: 1001 }, isLatest: true });
});
