import { expect, test } from 'vitest';
import { linkKey } from '../../src/core/link-key.ts';
import { linkKind } from '../../src/core/link-kind.ts';
import { decoded } from '../support/decoded.ts';

const meeting = decoded();

test.each([
  ['https://ntest.qsh1.cn/k/host700001', 'host'],
  ['http://NTEST.qsh1.cn/k/host700001/?x=1#y', 'host'],
  ['https://stest.qsh1.cn/a/r700001x1000', 'host'],
  ['https://ntest.qsh1.cn/k/cohost700001', 'co-host'],
  ['https://stest.qsh1.cn/a/r700001x1001', 'co-host'],
  ['https://stest.qsh1.cn/a/r700001x1003', 'open'],
  ['https://ntest.qsh1.cn/k/att700001', 'open'],
  ['https://ntest.qsh1.cn/k/host700002', 'open'],
])('%s is %s', (address, kind) => {
  const key = linkKey(address);
  expect(key === undefined ? undefined : linkKind(meeting, key)).toBe(kind);
});

test('a link that is both is the host’s', () => {
  const both = decoded({ joinHostUrl: 'https://ntest.qsh1.cn/k/host700001' });
  const key = linkKey('https://ntest.qsh1.cn/k/host700001');
  expect(key === undefined ? undefined : linkKind(both, key)).toBe('host');
});
