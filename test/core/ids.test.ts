import { describe, expect, test } from 'vitest';
import { eventId, hostPassword, vendorUserId, webLink } from '../../src/core/ids.ts';

describe.each([
  ['an event id', eventId],
  ["a user's id", vendorUserId],
])('%s', (_what, parse) => {
  test.each([
    ['1', '1'],
    ['007', '7'],
    ['9007199254740993', '9007199254740993'],
    ['18446744073709551615', '18446744073709551615'],
    ['00000000000018446744073709551615', '18446744073709551615'],
  ])('is %s as %s', (digits, id) => {
    expect(parse(digits)).toBe(id);
  });

  test.each(['', '0', '000', '-1', '+1', '1.0', '1e3', ' 1', '１', '18446744073709551616', '9'.repeat(21)])(
    'is not %j',
    (digits) => {
      expect(parse(digits)).toBeUndefined();
    },
  );
});

describe('a host password', () => {
  test.each(['1'.repeat(13), '0'.repeat(13), '9'.repeat(32)])('is %s, to the digit', (digits) => {
    expect(hostPassword(digits)).toBe(digits);
  });
  test.each(['', '1'.repeat(12), '1'.repeat(33), `${'1'.repeat(13)}a`])('is not %s', (digits) => {
    expect(hostPassword(digits)).toBeUndefined();
  });
});

describe('a web link', () => {
  test.each([
    ['https://a.example', 'https://a.example/'],
    ['HTTP://A.Example/B', 'http://a.example/B'],
    [' https://a.example/b ', 'https://a.example/b'],
    ['https://a.example/b c', 'https://a.example/b%20c'],
    ['https://a.example/?x=<y>|z', 'https://a.example/?x=%3Cy%3E%7Cz'],
    ['https://例子.example/路', 'https://xn--fsqu00a.example/%E8%B7%AF'],
    ['https://a.example/#<!channel>', 'https://a.example/#%3C!channel%3E'],
  ])('%s is %s', (text, href) => {
    expect(webLink(text)).toBe(href);
  });

  test.each([
    '',
    'a.example/b',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'ftp://a.example/',
    'https://user@a.example/',
    'https://:word@a.example/',
    'https://',
  ])('%j is not one', (text) => {
    expect(webLink(text)).toBeUndefined();
  });

  test('has 2000 characters at most', () => {
    const longest = `https://a.example/${'x'.repeat(1982)}`;
    expect(webLink(longest)).toBe(longest);
    expect(webLink(`${longest}x`)).toBeUndefined();
  });
});
