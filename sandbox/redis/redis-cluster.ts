import { withClient } from './contents.ts';
import { type RedisProcess, startRedis } from './redis-server.ts';
import type { Secured } from './secured.ts';
import { until } from './until.ts';

const slots = 16_384;
const mastersWanted = 3;
const nodeTimeoutMs = 1000;
const clustered = [
  '--cluster-enabled',
  'yes',
  '--cluster-config-file',
  'nodes.conf',
  '--cluster-node-timeout',
  String(nodeTimeoutMs),
];

export interface ClusterOptions {
  /** Whether each master has one. Default: no. */
  readonly replicas?: boolean;
  /** Default: open to everybody. */
  readonly secured?: Secured;
}

/** A Redis Cluster of three masters. */
export interface RedisCluster {
  readonly masters: readonly RedisProcess[];
  /** The replica of each master, in the masters' order; none unless asked for. */
  readonly replicas: readonly RedisProcess[];
  stop(): Promise<void>;
}

/** Starts a cluster and resolves when every node takes every key's command. */
export async function startRedisCluster({
  replicas: withReplicas = false,
  secured,
}: ClusterOptions = {}): Promise<RedisCluster> {
  const nodes = await startNodes(withReplicas ? 2 * mastersWanted : mastersWanted, secured);
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  const masters = nodes.slice(0, mastersWanted);
  const replicas = nodes.slice(mastersWanted);
  try {
    await shareOut(masters);
    await giveEpochs(nodes);
    await introduce(nodes);
    await Promise.all(replicas.map((replica, nth) => follow(replica, masters[nth])));
    await until('the cluster is whole', async () => (await Promise.all(nodes.map(isWhole))).every(Boolean));
  } catch (error) {
    await stop();
    throw error;
  }
  return { masters, replicas, stop };
}

/** All of them, or none: if one does not start, the others are stopped. */
export async function startNodes(count: number, secured?: Secured): Promise<readonly RedisProcess[]> {
  const args = [...clustered, ...(secured === undefined ? [] : ['--tls-cluster', 'yes'])];
  const starts = await Promise.allSettled(Array.from({ length: count }, () => startRedis({ args, secured })));
  const nodes = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed === undefined) return nodes;
  await Promise.all(nodes.map((node) => node.stop()));
  throw failed.reason;
}

async function shareOut(masters: readonly RedisProcess[]): Promise<void> {
  const share = Math.ceil(slots / masters.length);
  const assigned = masters.map(({ url }, nth) => {
    const first = nth * share;
    const own = Array.from({ length: Math.min(share, slots - first) }, (_, slot) => first + slot);
    return withClient(url, (redis) => redis.cluster('ADDSLOTS', ...own));
  });
  await Promise.all(assigned);
}

/** So that none has to yield to another. */
async function giveEpochs(nodes: readonly RedisProcess[]): Promise<void> {
  const given = nodes.map(({ url }, nth) =>
    withClient(url, (redis) => redis.call('CLUSTER', 'SET-CONFIG-EPOCH', nth + 1)),
  );
  await Promise.all(given);
}

/**
 * Every node meets the first, and resolves when all know each other. Redis forgets a handshake that takes longer than the node timeout, as on a
 * busy machine: then they meet again.
 */
export async function introduce(nodes: readonly RedisProcess[]): Promise<void> {
  await until('the nodes know each other', async () => {
    await meetFirst(nodes);
    await until('they do', () => knowEachOther(nodes), 2 * nodeTimeoutMs);
    return true;
  });
}

async function meetFirst([first, ...others]: readonly RedisProcess[]): Promise<void> {
  const met = others.map(({ url }) =>
    withClient(url, async (redis) => redis.cluster('MEET', '127.0.0.1', first?.port ?? 0)),
  );
  await Promise.all(met);
}

async function knowEachOther(nodes: readonly RedisProcess[]): Promise<boolean> {
  const known = await Promise.all(nodes.map(clusterInfo));
  return known.every((info) => info.includes(`cluster_known_nodes:${nodes.length}`));
}

async function follow(replica: RedisProcess, master: RedisProcess | undefined): Promise<void> {
  if (master === undefined) throw new Error('A replica without a master');
  const id = String(await withClient(master.url, (redis) => redis.cluster('MYID')));
  await until('a replica may follow', () =>
    withClient(replica.url, async (redis) => (await redis.cluster('REPLICATE', id)) === 'OK'),
  );
}

async function isWhole(node: RedisProcess): Promise<boolean> {
  const [state, replication] = await Promise.all([
    clusterInfo(node),
    withClient(node.url, (redis) => redis.info('replication')),
  ]);
  return state.includes('cluster_state:ok') && !replication.includes('master_link_status:down');
}

export function clusterInfo({ url }: RedisProcess): Promise<string> {
  return withClient(url, async (redis) => String(await redis.cluster('INFO')));
}
