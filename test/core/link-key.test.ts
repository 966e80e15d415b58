import { expect, test } from 'vitest';
import { isOnDomains, linkKey } from '../../src/core/link-key.ts';

test.each([
  ['https://A.example/K/x', 'a.example/K/x'],
  ['http://a.example/K/x?q#f', 'a.example/K/x'],
  ['https://a.example:443/x', 'a.example/x'],
  ['https://a.example:444/x', 'a.example:444/x'],
  ['https://a.example/x/', 'a.example/x'],
  ['https://a.example/a b', 'a.example/a%20b'],
])('%s has the key %s', (address, key) => {
  expect(linkKey(address)).toBe(key);
});

test.each([
  '',
  'a.example/x',
  'https://a.example',
  'https://a.example//',
  'ftp://a.example/x',
  'mailto:a@b.example',
])('%j has no key', (address) => {
  expect(linkKey(address)).toBeUndefined();
});

test.each([
  ['https://qsh1.cn/x', true],
  ['https://a.b.QSH1.cn/x', true],
  ['https://qsh1.cn:1/x', true],
  ['https://aqsh1.cn/x', false],
  ['https://qsh1.cn.evil.example/x', false],
  ['https://cn/x', false],
  ['qsh1.cn/x', false],
])('that %s is on qsh1.cn is %s', (address, isOn) => {
  expect(isOnDomains(address, ['example.org', 'qsh1.cn'])).toBe(isOn);
});
