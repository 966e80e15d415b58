import { expect, test } from 'vitest';
import { cacheKeys } from '../../src/cache/keys.ts';
import { memoryStore } from '../../src/cache/memory-store.ts';
import { hostPassword } from '../../src/core/ids.ts';
import { linkKey } from '../../src/core/link-key.ts';
import { referenceIndex } from '../../src/meetings/reference-index.ts';
import { decoded } from '../support/decoded.ts';

const keyOf = (address: string) => {
  const key = linkKey(address);
  if (key === undefined) throw new Error('no link');
  return key;
};
const passwordOf = (digits: string) => {
  const password = hostPassword(digits);
  if (password === undefined) throw new Error('no password');
  return password;
};

function indexAt() {
  let seconds = 0;
  const index = referenceIndex(
    memoryStore(() => seconds * 1000),
    cacheKeys(Buffer.alloc(32)),
  );
  return {
    index,
    at: (now: number) => {
      seconds = now;
    },
  };
}

test('learns every link of a meeting and believes it for thirty days', async () => {
  const { index, at } = indexAt();
  await index.learn([decoded()], undefined);
  for (const link of ['k/att700001', 'k/host700001', 'k/cohost700001']) {
    expect(await index.byLink(keyOf(`https://ntest.qsh1.cn/${link}`))).toBe('700001');
  }
  at(30 * 86_400 - 1);
  expect(await index.byLink(keyOf('http://ntest.qsh1.cn/k/att700001/?x'))).toBe('700001');
  at(30 * 86_400);
  expect(await index.byLink(keyOf('http://ntest.qsh1.cn/k/att700001/?x'))).toBeUndefined();
});

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
  const { index } = indexAt();
  await index.learn([], passwordOf('2015010000377'));
  expect(await index.byLink(keyOf('https://ntest.qsh1.cn/k/x'))).toBeUndefined();
  expect(await index.byHostPassword(passwordOf('2015010000377'))).toBeUndefined();
});
