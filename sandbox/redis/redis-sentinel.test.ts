import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { startSentinel } from './redis-sentinel.ts';
import { until } from './until.ts';

const running: (() => unknown)[] = [];

afterEach(() => Promise.all(running.splice(0).map((stop) => stop())));

describe('a Redis watched by sentinels', () => {
  it.each([1, 3] as const)(
    "has the replica put in a dead master's place by %i of them",
    async (sentinels) => {
      const group = await startSentinel({ sentinels });
      const addresses = group.sentinels.map(({ port }) => ({ host: '127.0.0.1', port }));
      const client = new Redis({ name: group.name, sentinels: addresses });
      running.push(group.stop, () => client.disconnect());
      client.on('error', () => undefined);
      await client.set('kept', 'x');
      await client.wait(1, 5000);
      expect(await group.masterPort()).toBe(group.master.port);
      await group.master.kill();
      await until(
        'the replica is master',
        async () => (await group.masterPort()) === group.replica.port,
        30_000,
      );
      expect(await client.get('kept')).toBe('x');
    },
  );
});
