import { describe, expect, test } from 'vitest';
import { redisAddress } from '../../../src/storage/redis/address.ts';

const open = { tls: false, username: undefined, password: undefined };
const at = (host: string, port: number) => ({ host, port });

describe('an address of Redis', () => {
  test.each([
    ['redis://127.0.0.1', { kind: 'single', server: at('127.0.0.1', 6379), database: 0, ...open }],
    ['redis://r.example:6380/2', { kind: 'single', server: at('r.example', 6380), database: 2, ...open }],
    ['redis://[::1]:6381/', { kind: 'single', server: at('::1', 6381), database: 0, ...open }],
    [
      'rediss://u:p%40ss@r.example',
      {
        kind: 'single',
        server: at('r.example', 6379),
        database: 0,
        tls: true,
        username: 'u',
        password: 'p@ss',
      },
    ],
    [
      'redis+cluster://a:1,b:2,c',
      { kind: 'cluster', nodes: [at('a', 1), at('b', 2), at('c', 6379)], ...open },
    ],
    [
      'rediss+cluster://:secret@a:1',
      { kind: 'cluster', nodes: [at('a', 1)], tls: true, username: undefined, password: 'secret' },
    ],
    [
      'redis+sentinel://a:1,b/meetings',
      { kind: 'sentinel', sentinels: [at('a', 1), at('b', 26_379)], name: 'meetings', ...open },
    ],
  ])('%s is read', (text, address) => {
    expect(redisAddress(text)).toEqual(address);
  });

  test.each([
    '',
    'redis://',
    'http://a:1',
    'redis://a:1,b:2',
    'redis://a:0',
    'redis://a:65536',
    'redis://a:x',
    'redis://a/name',
    'redis+cluster://',
    'redis+cluster://a:1,,b:2',
    'redis+cluster://a:1/0',
    'redis+sentinel://a:1',
    'redis+sentinel://a:1/',
    'redis+proxy://a:1',
    'redis://a b:1',
  ])('%j is not one', (text) => {
    expect(redisAddress(text)).toBeUndefined();
  });
});
