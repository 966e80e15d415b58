import { withClient } from './contents.ts';
import { type RedisProcess, startRedis } from './redis-server.ts';
import type { Secured } from './secured.ts';
import { type SentinelProcess, startSentinelProcess } from './sentinel-process.ts';
import type { ServerProcess } from './server-process.ts';
import { until } from './until.ts';

export interface SentinelOptions {
  /** How many watch; more than half of them decide. Default: 1. */
  readonly sentinels?: 1 | 2 | 3;
  /** What the watched group is called. Default: `meetings`. */
  readonly name?: string;
  /** After how long without an answer a server counts as down. Default: 300. */
  readonly downAfterMs?: number;
  /** Protects the servers by the password and all connections by TLS; sentinels need no password. Default: neither. */
  readonly secured?: Secured;
}

/** A master, a replica of it, and sentinels that put the one in the other's place. */
export interface RedisSentinel {
  readonly name: string;
  /** The one that began as master. */
  readonly master: RedisProcess;
  readonly replica: RedisProcess;
  readonly sentinels: readonly SentinelProcess[];
  /** The port of the server that the sentinels take for the master now. */
  masterPort(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the group and resolves when a failover would succeed. */
export async function startSentinel(options: SentinelOptions = {}): Promise<RedisSentinel> {
  const { sentinels: count = 1, name = 'meetings', downAfterMs = 300, secured } = options;
  const running: ServerProcess[] = [];
  const stop = async () => void (await Promise.all(running.map((server) => server.stop())));
  try {
    const master = await startRedis({ secured });
    running.push(master);
    const replica = await startRedis({
      args: ['--replicaof', '127.0.0.1', String(master.port)],
      secured,
    });
    running.push(replica);
    await until('the replica follows', () => follows(replica));
    const sentinels: SentinelProcess[] = [];
    const watch = { name, masterPort: master.port, quorum: Math.floor(count / 2) + 1, downAfterMs, secured };
    while (sentinels.length < count) {
      const sentinel = await startSentinelProcess(watch);
      running.push(sentinel);
      sentinels.push(sentinel);
    }
    await until('the sentinels know everybody', async () =>
      (await Promise.all(sentinels.map((one) => one.knowsAll(count - 1)))).every(Boolean),
    );
    const masterPort = () => Promise.any(sentinels.map((one) => one.masterPort()));
    return { name, master, replica, sentinels, masterPort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function follows({ url }: RedisProcess): Promise<boolean> {
  return withClient(url, async (redis) =>
    (await redis.info('replication')).includes('master_link_status:up'),
  );
}
