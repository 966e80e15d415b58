import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { FetchOutcome } from '../../src/conference/fetch-and-store.ts';
import { outcomeHandoff, sharedFailure } from '../../src/conference/handoff.ts';
import { notFound } from '../../src/conference/stored-answer.ts';
import { NO_REPORT } from '../../src/conference/vendor.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const keys = storageKeys(Buffer.alloc(32, 1))(SINGLE_WORKSPACE);

function opened() {
  let now = 0;
  const store = memoryCache(() => now);
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  const schema = v.variant('kind', [notFound, sharedFailure]);
  return { store, pass, handoff: outcomeHandoff<FetchOutcome>(schema)({ store, keys, expirySeconds: 1 }) };
}

test.each<FetchOutcome>([
  { kind: 'timeout', report: NO_REPORT },
  { kind: 'refused', report: { code: '70001', message: 'no right', requestId: 'r-1' } },
  { kind: 'unreachable', report: { ...NO_REPORT, code: 'HTTP 503' } },
  { kind: 'not-found', at: second(1_700_000_000) },
])('$kind is read as it was handed over, and is absent after a second', async (outcome) => {
  const { pass, handoff } = opened();
  await handoff.put('lease', outcome);
  expect(await handoff.get('lease')).toEqual(outcome);
  expect(await handoff.get('other')).toBeUndefined();
  pass(1000);
  expect(await handoff.get('lease')).toBeUndefined();
});

test('a found meeting is not handed over: the cache has it', async () => {
  const { store, handoff } = opened();
  await handoff.put('lease', {
    kind: 'found',
    at: second(1_700_000_000),
    occurrences: [decoded()],
  });
  expect(await store.get(keys.outcome('lease'))).toBeUndefined();
});

test.each([
  '',
  '{',
  'null',
  '{"kind":"timeout","report":{}}',
  '{"format":1,"value":{"kind":"found"}}',
  '{"format":1,"value":{"kind":"timeout"}}',
  '{"format":1,"value":{"kind":"not-found","at":"x"}}',
])('%j counts as absent', async (text) => {
  const { store, handoff } = opened();
  await store.set(keys.outcome('lease'), text, 1);
  expect(await handoff.get('lease')).toBeUndefined();
});

test('that one process is busy is not handed to another, which may have room', async () => {
  const { store, handoff } = opened();
  await handoff.put('lease', { kind: 'busy', report: NO_REPORT });
  expect(await store.get(keys.outcome('lease'))).toBeUndefined();
});
