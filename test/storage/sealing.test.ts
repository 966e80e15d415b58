import { describe, expect, test } from 'vitest';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import {
  derivedKey,
  isSealedBy,
  type SealKeys,
  seal,
  sealedCache,
  unseal,
} from '../../src/storage/sealing.ts';

type Change = (sealed: string) => [SealKeys, string, string];

const key = derivedKey('secret', 'seal');

describe('a sealed value', () => {
  test('opens with its key under its name', () => {
    expect(unseal([key], 'name', seal(key, 'name', '季度 {"a":1}'))).toBe('季度 {"a":1}');
  });

  test('shows nothing of its value, and looks different each time', () => {
    const [one, other] = [seal(key, 'name', 'pass phrase'), seal(key, 'name', 'pass phrase')];
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('pass');
    expect(one).not.toBe(other);
  });

  test.each<readonly [string, Change]>([
    ['with another key', (sealed) => [[derivedKey('other', 'seal')], 'name', sealed]],
    ['with the key of another purpose', (sealed) => [[derivedKey('secret', 'hash')], 'name', sealed]],
    ['under another name', (sealed) => [[key], 'other', sealed]],
    ['when a bit is changed', (sealed) => [[key], 'name', flipped(sealed, 40)]],
    ['when its nonce is changed', (sealed) => [[key], 'name', flipped(sealed, 0)]],
    ['when its tag is changed', (sealed) => [[key], 'name', flipped(sealed, 15)]],
    ['when its end is missing', (sealed) => [[key], 'name', sealed.slice(0, -4)]],
    ['when it names another key', (sealed) => [[key], 'name', sealed.replace(/^[^.]+/, 'AAAAAAAA')]],
    ['when it is too short', () => [[key], 'name', 'AAAA']],
    ['when it is empty', () => [[key], 'name', '']],
    ['when it is plain text', () => [[key], 'name', '{"kind":"found","at":1,"meetings":[]}']],
  ])('does not open %s', (_how, change) => {
    expect(unseal(...change(seal(key, 'name', 'a value of some length')))).toBeUndefined();
  });
});

function flipped(sealed: string, index: number): string {
  const [keyName = '', base64 = ''] = sealed.split('.');
  const bytes = Buffer.from(base64, 'base64');
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return `${keyName}.${bytes.toString('base64')}`;
}

describe('after a key was replaced', () => {
  const next = derivedKey('the next secret', 'seal');

  test('both keys open what each of them sealed, and the new one seals', async () => {
    const inner = memoryCache(() => 0);
    await sealedCache(inner, [key]).set('old', 'before', 10);
    const rotated = sealedCache(inner, [next, key]);
    await rotated.set('new', 'after', 10);
    expect([await rotated.get('old'), await rotated.get('new')]).toEqual(['before', 'after']);
    expect(await sealedCache(inner, [next]).get('new')).toBe('after');
    expect(await sealedCache(inner, [key]).get('new')).toBeUndefined();
  });

  test('a value tells which of them sealed it, and nothing of that key', () => {
    const [old, fresh] = [seal(key, 'name', 'v'), seal(next, 'name', 'v')];
    expect([old, fresh].map((sealed) => isSealedBy([next, key], sealed))).toEqual([false, true]);
    expect(Buffer.from(old.split('.')[0] ?? '', 'base64url').equals(key.subarray(0, 6))).toBe(false);
  });

  test('what was sealed before keys had names opens', () => {
    const withoutName = seal(key, 'name', 'v').split('.')[1] ?? '';
    expect(unseal([next, key], 'name', withoutName)).toBe('v');
  });
});

test('a key has 32 bytes, the same from the same secret and purpose', () => {
  expect(derivedKey('a', 'seal')).toHaveLength(32);
  expect(derivedKey('a', 'seal')).toEqual(derivedKey('a', 'seal'));
  expect(derivedKey('a', 'seal')).not.toEqual(derivedKey('b', 'seal'));
});

test('what is unsealed in a store counts as absent to one that seals', async () => {
  const inner = memoryCache(() => 0);
  await inner.set('k', 'plain', 10);
  expect(await sealedCache(inner, [key]).get('k')).toBeUndefined();
  await sealedCache(inner, [key]).set('k', 'secret', 10);
  expect(await inner.get('k')).not.toContain('secret');
});
