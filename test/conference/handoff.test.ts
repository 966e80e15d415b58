import { expect, test } from 'vitest';
import type { FetchOutcome } from '../../src/conference/fetch-and-store.ts';
import { outcomeHandoff } from '../../src/conference/handoff.ts';
import { NO_REPORT } from '../../src/conference/vendor.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryStore } from '../../src/storage/memory/cache-store.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { decoded } from '../support/decoded.ts';
import { second } from '../support/units.ts';

const keys = storageKeys(Buffer.alloc(32, 1))(SINGLE_WORKSPACE);

function opened() {
  let now = 0;
  const store = memoryStore(() => now);
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { store, pass, outcomes: outcomeHandoff(store, keys) };
}

test.each<FetchOutcome>([
  { kind: 'timeout', report: NO_REPORT },
  { kind: 'refused', report: { code: '70001', message: 'no right', requestId: 'r-1' } },
  { kind: 'unreachable', report: { ...NO_REPORT, code: 'HTTP 503' } },
  { kind: 'not-found', at: second(1_700_000_000) },
])('$kind is found as it was left, and gone after a second', async (outcome) => {
  const { pass, outcomes } = opened();
  await outcomes.leave('lease', outcome);
  expect(await outcomes.find('lease')).toEqual(outcome);
  expect(await outcomes.find('other')).toBeUndefined();
  pass(1000);
  expect(await outcomes.find('lease')).toBeUndefined();
});

test('a meeting is not left here', async () => {
  const { outcomes } = opened();
  await outcomes.leave('lease', {
    kind: 'found',
    at: second(1_700_000_000),
    occurrences: [decoded()],
  });
  expect(await outcomes.find('lease')).toBeUndefined();
});

test.each(['', '{', 'null', '{"kind":"found"}', '{"kind":"timeout"}', '{"kind":"not-found","at":"x"}'])(
  '%j counts as nothing',
  async (text) => {
    const { store, outcomes } = opened();
    await store.set(keys.outcome('lease'), text, 1);
    expect(await outcomes.find('lease')).toBeUndefined();
  },
);

test('that one process is busy is not left for another, which may have room', async () => {
  const { store, outcomes } = opened();
  await outcomes.leave('lease', { kind: 'busy', report: NO_REPORT });
  expect(await store.get(keys.outcome('lease'))).toBeUndefined();
});
