import { Cluster } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { clusterInfo, introduce, type RedisCluster, startNodes, startRedisCluster } from './redis-cluster.ts';
import { until } from './until.ts';

const running: (() => unknown)[] = [];

async function clusterAndClient(options?: { replicas: boolean }): Promise<[RedisCluster, Cluster]> {
  const cluster = await startRedisCluster(options);
  const client = new Cluster(cluster.masters.map(({ port }) => ({ host: '127.0.0.1', port })));
  running.push(cluster.stop, () => client.disconnect());
  return [cluster, client];
}

afterEach(() => Promise.all(running.splice(0).map((stop) => stop())));

describe('a Redis Cluster of its own', () => {
  it('takes keys of every slot, on three masters', async () => {
    const [cluster, client] = await clusterAndClient();
    const keys = Array.from({ length: 60 }, (_, nth) => `key ${nth}`);
    await Promise.all(keys.map((key) => client.set(key, 'x')));
    const held = await Promise.all(cluster.masters.map((master) => master.keys()));
    expect(held.flat().sort()).toEqual(keys.sort());
    expect(held.every((some) => some.length > 0)).toBe(true);
    expect(cluster.replicas).toEqual([]);
  });

  it('gives every master a replica with the same data', async () => {
    const [cluster, client] = await clusterAndClient({ replicas: true });
    await Promise.all(Array.from({ length: 30 }, (_, nth) => client.set(`key ${nth}`, 'x')));
    for (const [nth, replica] of cluster.replicas.entries()) {
      const held = await cluster.masters[nth]?.dump();
      expect(held?.size).toBeGreaterThan(0);
      await until('the replica has caught up', async () => (await replica.keys()).length === held?.size);
      expect(await replica.dump()).toEqual(held);
    }
    expect(cluster.replicas).toHaveLength(3);
  });

  it('comes to know a node that stood still until the others forgot that they wanted to meet it', async () => {
    const nodes = await startNodes(3);
    running.push(...nodes.map(({ stop }) => stop));
    const [first, second] = nodes;
    if (first === undefined || second === undefined) throw new Error('Three nodes were started');
    first.freeze();
    const known = introduce(nodes);
    const knows = (count: number) => async () =>
      (await clusterInfo(second)).includes(`cluster_known_nodes:${count}`);
    await until('another wants to meet it', knows(2));
    await until('the other forgot it', knows(1));
    first.thaw();
    await expect(known).resolves.toBeUndefined();
  });
});
