import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/redis/until.ts';
import type { DurableRecords } from '../../../src/storage/durable-records.ts';
import { durableGuard, guardedRecords } from '../../../src/storage/guarded-durable.ts';
import { memoryRecords } from '../../../src/storage/memory/durable-records.ts';
import { redisRecords } from '../../../src/storage/redis/durable-records.ts';
import { sealedRecords } from '../../../src/storage/sealed-records.ts';
import { derivedKey } from '../../../src/storage/sealing.ts';
import { redisForFile } from './redis-for-file.ts';

const redis = redisForFile();
const guard = durableGuard({ onDurableFault: () => {}, onDurableState: () => {} });
const sealKey = derivedKey('a secret', 'seal');
const sealed = (records: DurableRecords) => sealedRecords(records, [sealKey], () => {});
const all: readonly (readonly [string, () => DurableRecords])[] = [
  ['in memory', () => memoryRecords(Date.now)],
  ['in Redis', () => redisRecords(redis())],
  ['guarded and sealed, in Redis', () => guardedRecords(sealed(redisRecords(redis())), guard)],
];

describe.each(all)('durable records %s', (_where, open) => {
  test('give back each field as it was set last, to the letter', async () => {
    const [records, key] = [open(), randomUUID()];
    await records.setField(key, 'a', 'old', 100);
    await records.setField(key, 'a', '季度评审 👩🏽‍💻 \u0000\n', 100);
    await records.setField(key, 'b', '', 100);
    expect(await records.fields(key)).toEqual(
      new Map([
        ['a', '季度评审 👩🏽‍💻 \u0000\n'],
        ['b', ''],
      ]),
    );
    expect(await records.fields(randomUUID())).toEqual(new Map());
    expect([await records.field(key, 'b'), await records.field(key, 'c')]).toEqual(['', undefined]);
  });

  test('let one of many set a field that is absent', async () => {
    const [records, key] = [open(), randomUUID()];
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => records.setFieldIfAbsent(key, 'a', `v${nth}`, 100)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await records.fields(key)).get('a')).toBe(`v${won.indexOf(true)}`);
  });

  test('replace a field that is there, and no other', async () => {
    const [records, key] = [open(), randomUUID()];
    expect(await records.replaceField(key, 'a', 'new', 100)).toBe(false);
    await records.setField(key, 'a', 'old', 100);
    expect(await records.replaceField(key, 'a', 'new', 100)).toBe(true);
    expect(await records.fields(key)).toEqual(new Map([['a', 'new']]));
  });

  test('swap a field that holds the text, and no other', async () => {
    const [records, key] = [open(), randomUUID()];
    expect(await records.swapField(key, 'a', 'old', 'new')).toBe(false);
    await records.setField(key, 'a', 'old', 100);
    expect(await records.swapField(key, 'a', 'other', 'new')).toBe(false);
    expect(await records.swapField(key, 'a', 'old', 'new')).toBe(true);
    expect(await records.swapField(key, 'a', 'new', 'new')).toBe(true);
    expect(await records.field(key, 'a')).toBe('new');
    expect(await records.swapField(key, 'a', 'old', undefined)).toBe(false);
    expect(await records.swapField(key, 'a', 'new', undefined)).toBe(true);
    expect(await records.fields(key)).toEqual(new Map());
  });

  test('let one of many swap a field', async () => {
    const [records, key] = [open(), randomUUID()];
    await records.setField(key, 'a', 'old', undefined);
    const swapped = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => records.swapField(key, 'a', 'old', `v${nth}`)),
    );
    expect(swapped.filter(Boolean)).toHaveLength(1);
    expect(await records.field(key, 'a')).toBe(`v${swapped.indexOf(true)}`);
  });

  test('delete a field and leave the others', async () => {
    const [records, key] = [open(), randomUUID()];
    await records.setField(key, 'a', '1', 100);
    await records.setField(key, 'b', '2', 100);
    await records.deleteField(key, 'a');
    await records.deleteField(key, 'absent');
    expect(await records.fields(key)).toEqual(new Map([['b', '2']]));
  });

  test('delete a record unless it has a field that was not known', async () => {
    const [records, key] = [open(), randomUUID()];
    await records.setField(key, 'a', '1', 100);
    await records.setField(key, 'new', '2', 100);
    expect(await records.deleteRecord(key, ['a'])).toBe(false);
    expect(await records.fields(key)).toEqual(new Map([['new', '2']]));
    expect(await records.deleteRecord(key, ['new'])).toBe(true);
    expect(await records.fields(key)).toEqual(new Map());
  });

  test('erase a record with all its fields, and nothing where there is none', async () => {
    const [records, key, other] = [open(), randomUUID(), randomUUID()];
    for (const field of ['a', 'b']) await records.setField(key, field, '1', 100);
    await records.setField(other, 'a', '1', 100);
    await records.eraseRecord(key);
    await records.eraseRecord(randomUUID());
    expect(await records.fields(key)).toEqual(new Map());
    expect(await records.fields(other)).toEqual(new Map([['a', '1']]));
  });
});

test('every record expires as a whole, after its latest write', async () => {
  const opened = all.map(([, open]) => ({ records: open(), lost: randomUUID(), prolonged: randomUUID() }));
  for (const { records, lost, prolonged } of opened) {
    await records.setField(lost, 'a', '1', 1);
    await records.setField(prolonged, 'a', '1', 1);
    await records.setField(prolonged, 'b', '2', 100);
  }
  for (const { records, lost, prolonged } of opened) {
    await until('it has expired', async () => (await records.fields(lost)).size === 0);
    expect((await records.fields(prolonged)).size).toBe(2);
  }
});

test('a field that a replaced key sealed is sealed by the current key once it was read', async () => {
  const next = derivedKey('the next secret', 'seal');
  const [raw, key] = [redisRecords(redis()), randomUUID()];
  const old = sealedRecords(raw, [sealKey], () => {});
  await old.setField(key, 'one', 'v', 100);
  await old.setField(key, 'listed', 'v', 100);
  const rotated = sealedRecords(raw, [next, sealKey], () => {});
  const onlyNext = sealedRecords(raw, [next], () => {});
  expect(await onlyNext.fields(key)).toEqual(new Map());
  expect(await rotated.field(key, 'one')).toBe('v');
  await until('it is sealed again', async () => (await onlyNext.field(key, 'one')) === 'v');
  expect((await rotated.fields(key)).size).toBe(2);
  await until('all are sealed again', async () => (await onlyNext.fields(key)).size === 2);
  expect(await redis().ttl(key)).toBeGreaterThan(0);
});

test('a record that is written without an expiry stays', async () => {
  const key = randomUUID();
  const records = redisRecords(redis());
  await records.setField(key, 'a', '1', 100);
  await records.setField(key, 'a', '1', undefined);
  expect(await redis().ttl(key)).toBe(-1);
});

test('a sealed field that was moved to another field or record does not open', async () => {
  const faults: string[] = [];
  const [raw, key, other] = [redisRecords(redis()), randomUUID(), randomUUID()];
  const records = sealedRecords(raw, [sealKey], () => faults.push('unseal'));
  await records.setField(key, 'a', 'secret', 100);
  const stored = (await raw.fields(key)).get('a') ?? '';
  expect(stored).not.toContain('secret');
  await raw.setField(key, 'b', stored, 100);
  await raw.setField(other, 'a', stored, 100);
  expect(await records.fields(key)).toEqual(new Map([['a', 'secret']]));
  expect(await records.fields(other)).toEqual(new Map());
  expect(faults).toHaveLength(2);
});
