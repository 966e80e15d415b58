import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canMean, comparableLink, isOnDomains, linkKey } from '../../src/core/link-key.ts';

test.each([
  ['https://A.example/K/x', 'a.example/K/x'],
  ['http://a.example/K/x?q#f', 'a.example/K/x'],
  ['https://a.example:443/x', 'a.example/x'],
  ['https://a.example:444/x', 'a.example:444/x'],
  ['https://a.example/x/', 'a.example/x'],
  ['https://a.example/a b', 'a.example/a%20b'],
  ['https://a.example/#/room/1', 'a.example/#/room/1'],
  ['https://a.example?room=1', 'a.example/?room=1'],
])('%s has the key %s', (address, key) => {
  expect(linkKey(address)).toBe(key);
});

test.each([
  '',
  'a.example/x',
  'https://a.example',
  'https://a.example//',
  'https://a.example/?',
  'https://a.example/#',
  'https://a.example/%2F/%2e%2E/',
  'ftp://a.example/x',
  'mailto:a@b.example',
])('%j has no key', (address) => {
  expect(linkKey(address)).toBeUndefined();
});

describe('the key of https://qsh1.cn/k/ab-C.d~_9/x', () => {
  const key = linkKey('https://qsh1.cn/k/ab-C.d~_9/x');

  test.each([
    ['another scheme', 'http://qsh1.cn/k/ab-C.d~_9/x'],
    ['capitals in scheme and host', 'HTTPS://QSH1.CN/k/ab-C.d~_9/x'],
    ['full-width letters in the host', 'https://ｑｓｈ１.cn/k/ab-C.d~_9/x'],
    ['a percent-encoded host', 'https://%71sh1.cn/k/ab-C.d~_9/x'],
    ['a dot after the host', 'https://qsh1.cn./k/ab-C.d~_9/x'],
    ['the default port', 'https://qsh1.cn:443/k/ab-C.d~_9/x'],
    ['the other default port', 'https://qsh1.cn:80/k/ab-C.d~_9/x'],
    ['the default port of the other scheme', 'http://qsh1.cn:443/k/ab-C.d~_9/x'],
    ['a dot and a port', 'https://qsh1.cn.:443/k/ab-C.d~_9/x'],
    ['slashes', 'https://qsh1.cn//k///ab-C.d~_9/x//'],
    ['backslashes', 'https://qsh1.cn\\k\\ab-C.d~_9\\x'],
    ['dot segments', 'https://qsh1.cn/a/../k/./ab-C.d~_9/x/y/..'],
    ['percent-encoded dot segments', 'https://qsh1.cn/a/%2e%2E/k/%2e/ab-C.d~_9/x'],
    ['dot segments behind a percent-encoded slash', 'https://qsh1.cn/a/..%2fk/ab-C.d~_9/x'],
    ['letters percent-encoded in small letters', 'https://qsh1.cn/%6b/ab%2dC%2ed%7e%5f9/x'],
    ['letters percent-encoded in capitals', 'https://qsh1.cn/%6B/ab%2DC%2Ed%7E%5F9/%78'],
    ['a percent-encoded slash', 'https://qsh1.cn/k/ab-C.d~_9%2Fx'],
    ['a query and a fragment', 'https://qsh1.cn/k/ab-C.d~_9/x?a=1#b'],
    ['blanks around', '  https://qsh1.cn/k/ab-C.d~_9/x\n'],
    ['a tab inside', 'https://qsh1.cn/k/ab-C\t.d~_9/x'],
  ])('is the same with %s', (_what, address) => {
    expect(linkKey(address)).toBe(key);
  });

  test.each([
    ['another letter case in the path', 'https://qsh1.cn/k/AB-C.d~_9/x'],
    ['another port', 'https://qsh1.cn:8443/k/ab-C.d~_9/x'],
    ['another host', 'https://a.qsh1.cn/k/ab-C.d~_9/x'],
    ['a segment less', 'https://qsh1.cn/k/ab-C.d~_9'],
    ['a segment more', 'https://qsh1.cn/k/ab-C.d~_9/x/y'],
    ['a percent sign that is itself encoded', 'https://qsh1.cn/k/ab%252DC.d~_9/x'],
    ['an accent', 'https://qsh1.cn/k/áb-C.d~_9/x'],
    ['an encoded question mark', 'https://qsh1.cn/k/ab-C.d~_9/x%3Fa=1'],
  ])('is another with %s', (_what, address) => {
    expect(linkKey(address)).toBeDefined();
    expect(linkKey(address)).not.toBe(key);
  });
});

test.each([
  ['https://a.example/x!$&*;=:@', 'https://a.example/x%21%24%26%2a%3B%3d%3A%40'],
  ['https://a.example/é', 'https://a.example/%c3%a9'],
  ['https://a.example/%zz', 'https://a.example/%25zz'],
  ['https://a.example/%E9', 'https://a.example/%e9'],
  ['https://[::1]/x', 'https://[0:0::1]:443/x'],
  ['https://a.example/x?', 'https://a.example/x#'],
])('%s and %s are one', (one, other) => {
  expect(comparableLink(one)).toBeDefined();
  expect(comparableLink(one)).toEqual(comparableLink(other));
});

test.each([
  ['', ''],
  ['?', ''],
  ['?b=2&a=1', '?a=1&b=2'],
  ['?a=%61+b', '?a=a+b'],
  ['?a=%2b', '?a=%2B'],
  ['?x', '?x='],
  ['#/room/%31', '#/room/1'],
  ['?a=1#b?c#d', '?a=1#b%3Fc%23d'],
])('behind a path, %j is the tail %j', (written, tail) => {
  expect(comparableLink(`https://a.example/x${written}`)?.tail).toBe(tail);
});

describe('a written link', () => {
  const link = (address: string) => {
    const read = comparableLink(address);
    if (read === undefined) throw new Error(`${address} is not a link`);
    return read;
  };

  test.each([
    ['https://qsh1.cn/k/a', 'https://qsh1.cn/k/a?priority=web', true],
    ['https://qsh1.cn/k/a?from=mail#top', 'https://qsh1.cn/k/a', true],
    ['https://qsh1.cn/join?id=1', 'https://qsh1.cn/join?id=1', true],
    ['https://qsh1.cn/join?utm=x&id=1#top', 'https://qsh1.cn/join?id=1', true],
    ['https://qsh1.cn/join', 'https://qsh1.cn/join?id=1', true],
    ['https://qsh1.cn/join?id=2', 'https://qsh1.cn/join?id=1', false],
    ['https://qsh1.cn/join?id=11', 'https://qsh1.cn/join?id=1', false],
    ['https://qsh1.cn/join?utm=x', 'https://qsh1.cn/join?id=1', false],
    ['https://qsh1.cn/join?id=1', 'https://qsh1.cn/join?id=1&pin=2', false],
    ['https://qsh1.cn/app#/room/2', 'https://qsh1.cn/app#/room/1', false],
    ['https://qsh1.cn/app?x#/room/1', 'https://qsh1.cn/app#/room/1', true],
    ['https://qsh1.cn/#/room/2', 'https://qsh1.cn/#/room/1', false],
    ['https://qsh1.cn/#/room/1', 'https://qsh1.cn/#/room/1', true],
    ['https://qsh1.cn/b', 'https://qsh1.cn/k/a', false],
  ])('%s can mean %s: %s', (written, known, can) => {
    expect(canMean(link(written), link(known))).toBe(can);
  });
});

/** A segment of unreserved characters that is not a dot segment. */
const segment = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,8}$/);
const segments = fc.array(segment, { minLength: 1, maxLength: 5 });

/** Spellings of one path that every server takes for the same. */
const respelled = (path: readonly string[]): fc.Arbitrary<string> => {
  const octet = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;
  const spelling = fc
    .tuple(
      fc.constantFrom('/', '//', '/./', '/%2E/', '/x/../', '/x/%2e./', '///'),
      fc.infiniteStream(fc.constantFrom('as is', 'small', 'capital')),
    )
    .map(([slash, how]) => (text: string) => {
      const spelled = [...text].map((character) => {
        const way = how.next().value;
        if (way === 'as is') return character;
        return way === 'small' ? octet(character) : octet(character).toUpperCase();
      });
      return slash + spelled.join('');
    });
  return fc
    .array(spelling, { minLength: path.length, maxLength: path.length })
    .map((spell) => path.map((text, nth) => spell[nth]?.(text) ?? text).join(''));
};

test('every spelling of one link has one key, and what is not a spelling of it has another', () => {
  const hosts = fc.constantFrom('a.example', 'A.EXAMPLE', 'a.example.', 'a.example:443', 'a.Example.:80');
  const both = segments.chain((path) =>
    fc.record({ path: fc.constant(path), spelled: respelled(path), other: segments }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('http', 'https'),
      hosts,
      both,
      fc.constantFrom('', '/', '?a=1', '#b', '/?a#b'),
      (scheme, host, { path, spelled, other }, end) => {
        const key = linkKey(`https://a.example/${path.join('/')}`);
        expect(key).toBeDefined();
        expect(linkKey(`${scheme}://${host}${spelled}${end}`)).toBe(key);
        const isOther = other.join('/') !== path.join('/');
        expect(linkKey(`https://a.example/${other.join('/')}`) !== key).toBe(isOther);
      },
    ),
    { numRuns: 500 },
  );
});

test('a key, read as an address again, is its own', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      const key = linkKey(address);
      fc.pre(key !== undefined);
      expect(linkKey(`https://${key}`)).toBe(key);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['https://qsh1.cn/x', true],
  ['https://a.b.QSH1.cn/x', true],
  ['https://qsh1.cn:1/x', true],
  ['https://qsh1.cn./x', true],
  ['https://aqsh1.cn/x', false],
  ['https://qsh1.cn.evil.example/x', false],
  ['https://cn/x', false],
  ['qsh1.cn/x', false],
])('that %s is on qsh1.cn is %s', (address, isOn) => {
  expect(isOnDomains(address, ['example.org', 'qsh1.cn'])).toBe(isOn);
});
