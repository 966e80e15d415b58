import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { livePath } from '../../sandbox/conference/endpoints.ts';
import { cachedLiveMeetings } from '../../src/conference/live-meetings.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { memoryLeases } from '../../src/storage/memory/leases.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { onVendor } from '../support/vendor.ts';

type Service = Awaited<ReturnType<typeof onVendor>>['service'];

/** Two processes with one store, before one service. */
async function onProcesses() {
  const { vendor, service } = await onVendor();
  let seconds = 1_924_826_400;
  const clock = () => seconds * 1000;
  const keys = storageKeys(Buffer.alloc(32))(SINGLE_WORKSPACE);
  const cache = memoryCache(clock);
  let reads = 0;
  const get = (key: string) => {
    reads += 1;
    return cache.get(key);
  };
  const shared = { store: { ...cache, get }, leases: memoryLeases(clock), keys, clock };
  const process = () => cachedLiveMeetings({ vendor, ...shared, nonce: randomUUID, questionMs: 20_000 });
  return {
    one: process(),
    other: process(),
    service,
    asked: () => service.questions.filter(({ path }) => path === livePath).length,
    pass: (more: number) => {
      seconds += more;
    },
    now: () => seconds,
    reads: () => reads,
  };
}

test('however many ask at a moment in two processes, the vendor is asked once', async () => {
  const { one, other, service, asked, now } = await onProcesses();
  service.meetings.live.start(700_001, 3);
  const answers = await Promise.all([one(), other(), one(), other()]);
  const counts = new Map([['700001', 3]]);
  for (const answer of answers)
    expect(answer).toEqual({ kind: 'found', asOf: now(), attendeeCounts: counts });
  expect(asked()).toBe(1);
});

test('a list is used for half a minute, or for as long as the caller says', async () => {
  const { one, asked, pass } = await onProcesses();
  await one();
  pass(30);
  await one();
  expect(asked()).toBe(1);
  await one(5);
  expect(asked()).toBe(2);
  pass(31);
  await one();
  expect(asked()).toBe(3);
});

test.each([
  ['a list', () => {}, 30],
  ['that the account may not ask', (service: Service) => service.meetings.live.mayList(false), 30],
  ['a failure', (service: Service) => service.fault({ kind: 'raw', body: 'x' }), 4],
])('%s costs a process no read of the store for some seconds', async (_what, prepare, seconds) => {
  const { one, service, reads, pass } = await onProcesses();
  prepare(service);
  const first = await one();
  const before = reads();
  pass(seconds);
  expect(await one()).toEqual(first);
  expect(reads()).toBe(before);
});

test('an account that may not ask asks once an hour, over all processes', async () => {
  const { one, other, service, asked, pass } = await onProcesses();
  service.meetings.live.mayList(false);
  for (const find of [one, other, one]) expect(await find()).toEqual({ kind: 'unknown' });
  pass(3599);
  await other(1);
  expect(asked()).toBe(1);
  service.meetings.live.mayList(true);
  pass(1);
  expect(await one()).toMatchObject({ kind: 'found' });
});

test('another failure is asked about again after five seconds', async () => {
  const { one, other, service, asked, pass } = await onProcesses();
  service.fault({ kind: 'raw', body: 'x' });
  for (const find of [one, other, one]) expect(await find()).toEqual({ kind: 'unknown' });
  expect(asked()).toBe(1);
  service.heal();
  pass(6);
  expect(await one()).toMatchObject({ kind: 'found' });
});

test('a meeting of which the vendor gives no count is live without one', async () => {
  const { one, other, service } = await onProcesses();
  const result = { confList: [{ eventId: 700_001 }] };
  service.fault({ kind: 'raw', body: JSON.stringify({ status: 0, result }) });
  for (const find of [one, other])
    expect(await find()).toMatchObject({ attendeeCounts: new Map([['700001', undefined]]) });
});
