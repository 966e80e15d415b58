import { expect, test } from 'vitest';
import { referenceIndex } from '../../src/conference/reference-index.ts';
import { hostPassword } from '../../src/core/ids.ts';
import { comparableLink } from '../../src/core/link-key.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { memoryLeases } from '../../src/storage/memory/leases.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { decoded } from '../support/decoded.ts';

const linkOf = (address: string) => {
  const link = comparableLink(address);
  if (link === undefined) throw new Error('no link');
  return link;
};
const passwordOf = (digits: string) => {
  const password = hostPassword(digits);
  if (password === undefined) throw new Error('no password');
  return password;
};

function indexAt() {
  let seconds = 0;
  const clock = () => (1_000_000 + seconds) * 1000;
  const index = referenceIndex({
    store: memoryCache(clock),
    leases: memoryLeases(clock),
    keys: storageKeys(Buffer.alloc(32))(SINGLE_WORKSPACE),
    clock,
    nonce: () => 'one process',
  });
  return {
    index,
    ownerOf: async (address: string) => (await index.links.find(linkOf(address)))?.eventId,
    at: (now: number) => {
      seconds = now;
    },
  };
}

test('learns every join link of a meeting and believes it for thirty days', async () => {
  const { index, ownerOf, at } = indexAt();
  await index.learn([decoded()], undefined);
  for (const link of ['k/att700001', 'k/host700001', 'k/cohost700001']) {
    expect(await ownerOf(`https://ntest.qsh1.cn/${link}`)).toBe('700001');
  }
  for (const role of [1000, 1001, 1003, 1004]) {
    expect(await ownerOf(`https://stest.qsh1.cn/a/r700001x${role}`)).toBe('700001');
  }
  at(30 * 86_400 - 1);
  expect(await ownerOf('http://ntest.qsh1.cn/k/att700001/?x')).toBe('700001');
  at(30 * 86_400);
  expect(await ownerOf('http://ntest.qsh1.cn/k/att700001/?x')).toBeUndefined();
});

test.each(['https://live.qsh1.cn/pull/700001.m3u8', 'https://stest.qsh1.cn/a/call700001'])(
  'does not learn %s, by which nobody joins',
  async (address) => {
    const { index, ownerOf } = indexAt();
    await index.learn([decoded()], undefined);
    expect(await ownerOf(address)).toBeUndefined();
  },
);

test('learns the password that was asked with, and believes it for an hour', async () => {
  const { index, at } = indexAt();
  const password = passwordOf('2015010000377');
  await index.learn([decoded()], password);
  at(3599);
  expect(await index.byHostPassword(password)).toBe('700001');
  at(3600);
  expect(await index.byHostPassword(password)).toBeUndefined();
});

test('learns no password that nobody asked with', async () => {
  const { index } = indexAt();
  await index.learn([decoded()], undefined);
  expect(await index.byHostPassword(passwordOf('201501990001700001'))).toBeUndefined();
});

test('knows nothing of what it never saw', async () => {
  const { index, ownerOf } = indexAt();
  await index.learn([], passwordOf('2015010000377'));
  expect(await ownerOf('https://ntest.qsh1.cn/k/x')).toBeUndefined();
  expect(await index.byHostPassword(passwordOf('2015010000377'))).toBeUndefined();
});
