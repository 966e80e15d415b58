import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { type RedisOptions, type RedisProcess, startRedis } from './redis-server.ts';

const started: RedisProcess[] = [];
const clients: Redis[] = [];

async function redisFor(options?: RedisOptions) {
  const server = await startRedis(options);
  started.push(server);
  return server;
}

function clientOf({ url }: RedisProcess, commandTimeout = 5000) {
  const client = new Redis(url, { retryStrategy: () => null, commandTimeout });
  client.on('error', () => undefined);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

describe('a Redis of its own', () => {
  it('takes connections as soon as it has started', async () => {
    expect(await clientOf(await redisFor()).ping()).toBe('PONG');
  });

  it('takes the arguments of redis-server', async () => {
    const client = clientOf(await redisFor({ args: ['--maxmemory', '3mb'] }));
    expect(await client.call('CONFIG', 'GET', 'maxmemory')).toEqual(['maxmemory', '3145728']);
  });

  it('shows the value of every key and how long it stays', async () => {
    const server = await redisFor();
    const client = clientOf(server);
    await client.set('a', 'one', 'PX', 60_000);
    await client.rpush('b', 'x', 'y');
    await client.hset('c', { f: 'v' });
    await client.sadd('d', 'm');
    await client.zadd('e', 1, 'z');
    const held = await server.dump();
    expect(await server.keys()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...held.values()].map(({ value }) => value)).toEqual([
      'one',
      ['x', 'y'],
      { f: 'v' },
      ['m'],
      ['z'],
    ]);
    expect(held.get('a')?.ttlMs).toBeGreaterThan(0);
    expect(held.get('b')?.ttlMs).toBeUndefined();
  });

  it('refuses connections once killed', async () => {
    const server = await redisFor();
    await server.kill();
    const [error] = await once(connect(server.port, '127.0.0.1'), 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('comes back empty on the same port', async () => {
    const server = await redisFor();
    await clientOf(server).set('a', '1');
    await server.kill();
    await server.restart();
    expect(await server.keys()).toEqual([]);
    expect(await clientOf(server).ping()).toBe('PONG');
  });

  it('answers nothing while frozen, and everything once thawed', async () => {
    const server = await redisFor();
    const client = clientOf(server, 500);
    await once(client, 'ready');
    server.freeze();
    await expect(client.ping()).rejects.toThrow('Command timed out');
    server.thaw();
    expect(await clientOf(server).ping()).toBe('PONG');
  });

  it('stops while frozen', async () => {
    const server = await redisFor();
    server.freeze();
    await server.stop();
    await expect(server.keys()).rejects.toThrow();
  });

  it('says so when the port it was given is taken', async () => {
    const squatter = createServer();
    const port = await freePort();
    await once(squatter.listen(port, '127.0.0.1'), 'listening');
    await expect(startRedis({ port })).rejects.toThrow('the port is taken');
    squatter.close();
  });

  it('says what redis-server says when it cannot start', async () => {
    await expect(startRedis({ args: ['--no-such-setting', 'x'] })).rejects.toThrow('ended with');
  });
});
