import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { heapDueTimes } from '../../../bench/tracking/due-heap.ts';
import type { DueTimes } from '../../../src/storage/due-times.ts';
import { durableGuard, guardedDueTimes } from '../../../src/storage/guarded-durable.ts';
import { memoryDueTimes } from '../../../src/storage/memory/due-times.ts';
import { redisDueTimes } from '../../../src/storage/redis/due-times.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const guard = durableGuard({ onDurableFault: () => {}, onDurableState: () => {} });
const all: readonly (readonly [string, () => DueTimes])[] = [
  ['in memory', () => memoryDueTimes()],
  ['in a heap, for the bench', () => heapDueTimes()],
  ['in Redis', () => redisDueTimes(redis(), randomUUID())],
  ['guarded, in Redis', () => guardedDueTimes(redisDueTimes(redis(), randomUUID()), guard)],
];

/** As a clock gives it. */
const NOW = 1_924_826_400_000;
const LEASE = 60_000;

async function membersDue(times: DueTimes, now: number, max = 100): Promise<readonly string[]> {
  return (await times.claim(now, LEASE, max)).map(({ member }) => member);
}

/** The one member that is due. */
async function claimOne(times: DueTimes, now: number) {
  const [claimed] = await times.claim(now, LEASE, 1);
  if (claimed === undefined) throw new Error('nothing is due');
  return claimed;
}

describe.each(all)('due times %s', (_where, open) => {
  test('give what is due, the earliest first, as many as asked for', async () => {
    const times = open();
    await times.schedule('third', NOW);
    await times.schedule('first', NOW - 2);
    await times.schedule('second', NOW - 1);
    await times.schedule('later', NOW + 1);
    expect(await membersDue(times, NOW, 2)).toEqual(['first', 'second']);
    expect(await membersDue(times, NOW)).toEqual(['third']);
  });

  test('give a member to one of many who claim at a time', async () => {
    const times = open();
    for (let nth = 0; nth < 30; nth += 1) await times.schedule(`m${nth}`, NOW);
    const claims = await Promise.all(Array.from({ length: 20 }, () => membersDue(times, NOW, 3)));
    expect(claims.flat()).toHaveLength(30);
    expect(new Set(claims.flat()).size).toBe(30);
  });

  test('give a claimed member again when its lease is over, and not before', async () => {
    const times = open();
    await times.schedule('a', NOW);
    expect(await membersDue(times, NOW)).toEqual(['a']);
    expect(await membersDue(times, NOW + LEASE - 1)).toEqual([]);
    expect(await membersDue(times, NOW + LEASE)).toEqual(['a']);
  });

  test('name the members that begin with a text, due or not', async () => {
    const times = open();
    for (let nth = 0; nth < 300; nth += 1) await times.schedule(`T1/${nth}`, NOW - nth);
    await times.schedule('T12/1', NOW);
    await times.claim(NOW, LEASE, 100);
    expect(await times.membersOf('T1/')).toHaveLength(300);
    expect(await times.membersOf('T12/')).toEqual(['T12/1']);
    expect(await times.membersOf('T')).toHaveLength(301);
    expect(await times.membersOf('T3/')).toEqual([]);
  });

  test('end a claim by the next time, or by removing the member', async () => {
    const times = open();
    await times.schedule('a', NOW);
    await times.settle(await claimOne(times, NOW), NOW + 10);
    expect(await times.oldest()).toBe(NOW + 10);
    await times.settle(await claimOne(times, NOW + 10), undefined);
    expect([await times.oldest(), await times.size()]).toEqual([undefined, 0]);
  });

  test('leave a member where it was moved since the claim', async () => {
    const times = open();
    await times.schedule('a', NOW);
    const claimed = await claimOne(times, NOW);
    await times.bringForward('a', NOW + 5);
    await times.settle(claimed, undefined);
    expect(await times.oldest()).toBe(NOW + 5);
  });

  test('do not settle for a process whose lease another one took over', async () => {
    const times = open();
    await times.schedule('a', NOW);
    const slow = await claimOne(times, NOW);
    await times.claim(NOW + LEASE, LEASE, 1);
    await times.settle(slow, NOW + 1);
    expect(await times.oldest()).toBe(NOW + 2 * LEASE);
  });

  test('do not bring back a member that was removed during its claim', async () => {
    const times = open();
    await times.schedule('a', NOW);
    const claimed = await claimOne(times, NOW);
    await times.remove('a');
    await times.settle(claimed, NOW + 10);
    expect(await times.size()).toBe(0);
  });

  test('move a member by scheduling it again, forward and back', async () => {
    const times = open();
    await times.schedule('a', NOW);
    await times.schedule('a', NOW + 20);
    expect(await times.oldest()).toBe(NOW + 20);
    await times.schedule('a', NOW + 10);
    expect([await times.oldest(), await times.size()]).toEqual([NOW + 10, 1]);
  });

  test('bring forward what is there, never back, and add nothing by that', async () => {
    const times = open();
    await times.schedule('a', NOW + 20);
    await times.bringForward('a', NOW + 30);
    expect(await times.oldest()).toBe(NOW + 20);
    await times.bringForward('a', NOW + 10);
    await times.bringForward('b', NOW);
    expect([await times.oldest(), await times.size()]).toEqual([NOW + 10, 1]);
  });

  test('schedule by a time: add a member, or bring it forward, by a millisecond at least', async () => {
    const times = open();
    await times.scheduleBy('a', NOW + 20);
    expect(await times.oldest()).toBe(NOW + 20);
    await times.scheduleBy('a', NOW + 30);
    expect(await times.oldest()).toBe(NOW + 19);
    await times.scheduleBy('a', NOW + 10);
    expect([await times.oldest(), await times.size()]).toEqual([NOW + 10, 1]);
  });

  test('keep a member that is scheduled by a time while a claim is about to remove it', async () => {
    const times = open();
    await times.schedule('a', NOW);
    const claimed = await claimOne(times, NOW);
    await times.scheduleBy('a', NOW + 10 * LEASE);
    await times.settle(claimed, undefined);
    expect(await membersDue(times, NOW + LEASE)).toEqual(['a']);
  });
});

test('two sets of due times have no member in common', async () => {
  const [one, other] = [redisDueTimes(redis(), randomUUID()), redisDueTimes(redis(), randomUUID())];
  await one.schedule('a', NOW);
  expect(await membersDue(other, NOW)).toEqual([]);
});
