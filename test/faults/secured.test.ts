import { describe, expect, onTestFinished, test } from 'vitest';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { startRedisCluster } from '../../sandbox/redis/redis-cluster.ts';
import { startSentinel } from '../../sandbox/redis/redis-sentinel.ts';
import { startRedis } from '../../sandbox/redis/redis-server.ts';
import { CERTIFICATE } from '../../sandbox/redis/secured.ts';
import { startAppProcess } from './app-process.ts';
import { processes } from './processes.ts';
import { readiness } from './readiness.ts';

const secured = { password: 'p@ss' };
const password = encodeURIComponent(secured.password);

interface Guarded {
  readonly url: string;
  keys(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const at = (servers: readonly { readonly port: number }[]): string =>
  servers.map(({ port }) => `127.0.0.1:${port}`).join(',');

const KINDS: readonly (readonly [string, () => Promise<Guarded>])[] = [
  ['a Redis', () => startRedis({ secured })],
  [
    'a cluster',
    async () => {
      const { masters, stop } = await startRedisCluster({ secured });
      const keys = async () => (await Promise.all(masters.map((master) => master.keys()))).flat();
      return { url: `rediss+cluster://:${password}@${at(masters)}`, keys, stop };
    },
  ],
  [
    'a master behind Sentinel',
    async () => {
      const { sentinels, master, name, stop } = await startSentinel({ secured });
      const url = `rediss+sentinel://:${password}@${at(sentinels)}/${name}`;
      return { url, keys: master.keys, stop };
    },
  ],
];

describe.each(KINDS)('%s with TLS and a password', (_what, start) => {
  test('is used', async () => {
    const { url, keys, stop } = await start();
    onTestFinished(stop);
    const { crowd } = await processes(1, { REDIS_URL: url, NODE_EXTRA_CA_CERTS: CERTIFICATE });
    await crowd(1, '700002');
    expect((await keys()).some((key) => key.includes('700002'))).toBe(true);
  });
});

test.each([
  ['whose certificate nobody vouches for', (url: string) => ({ REDIS_URL: url })],
  [
    'that has another password',
    (url: string) => ({ REDIS_URL: url.replace(password, 'wrong'), NODE_EXTRA_CA_CERTS: CERTIFICATE }),
  ],
])('a Redis %s is not used, and everybody is answered', async (_which, env) => {
  const redis = await startRedis({ secured });
  onTestFinished(redis.stop);
  const { slack, conference } = await processes(0, {});
  const app = await startAppProcess({ ...sampleEnvironment(slack, conference), ...env(redis.url) });
  const answer = await slack.command({ appUrl: app.url, text: '700002' });
  expect(answer.text).toContain('Design review');
  expect((await readiness(app.url)).store).toBe('degraded');
  expect(await redis.keys()).toEqual([]);
});
