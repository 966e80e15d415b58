import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { withTimeout } from '../../lib/with-timeout.ts';
import type { HostPort, RedisAddress } from './address.ts';

/** One server, found directly or through sentinels, or a cluster; both take the same commands. */
export type RedisConnection = Redis | Cluster;

const CONNECT_TIMEOUT_MS = 500;
const RECONNECT_MAX_MS = 1000;

/** A connection that gives nothing for so long, although something was asked, counts as dead; each call has timed out long before. */
const SILENT_MS = 1000;

/** A node that fails is passed over twice, in less time than a call of the cache may take. */
const REDIRECTIONS = 3;
const REDIRECT_AFTER_MS = 20;

/** On stopping, how long what was sent may take to be answered. */
const QUIT_MS = 500;

/** How often the nodes of a cluster are looked up, besides after each error. */
const CLUSTER_LOOK_MS = 5000;

const backoff = (attempt: number): number => Math.min(attempt * 50, RECONNECT_MAX_MS);

/** A connection that comes back by itself until it is closed. */
export interface ReconnectingConnection {
  readonly redis: RedisConnection;
  /** The server, or each master of the cluster that is known. */
  masters(): readonly RedisConnection[];
  /** Rejects unless the server, or each master of the cluster, answers. */
  ping(): Promise<unknown>;
  /** Lets what was sent be answered, for half a second at most. */
  close(): Promise<void>;
}

/**
 * Connects at once, and again without end; commands reject meanwhile without waiting. The client gives up for good where a sentinel
 * announces a new master while it connects: it is started again then. `onFault` gets the code of each connection error.
 */
export function redisConnection(
  address: RedisAddress,
  onFault: (code: string) => void,
): ReconnectingConnection {
  const redis = connect(address);
  let isClosing = false;
  redis.on('error', (error: Error) => onFault('code' in error ? String(error.code) : error.name));
  redis.on('end', () => {
    if (!isClosing) setTimeout(() => redis.connect().catch(() => {}), RECONNECT_MAX_MS).unref();
  });
  return {
    redis,
    masters: () => mastersOf(redis),
    ping: () => Promise.all(mastersOf(redis).map((server) => server.ping())),
    async close() {
      isClosing = true;
      await withTimeout(QUIT_MS, redis.quit()).catch(() => {});
      redis.disconnect();
    },
  };
}

/** A cluster that knows no node rejects by itself. */
function mastersOf(redis: RedisConnection): readonly RedisConnection[] {
  const masters = redis instanceof Cluster ? redis.nodes('master') : [];
  return masters.length === 0 ? [redis] : masters;
}

function connect(address: RedisAddress): RedisConnection {
  const options = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    ...(address.username === undefined ? {} : { username: address.username }),
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.tls ? { tls: {} } : {}),
  } satisfies RedisOptions;
  switch (address.kind) {
    case 'single':
      return new Redis({ ...options, ...address.server, db: address.database, retryStrategy: backoff });
    case 'sentinel':
      return new Redis({
        ...options,
        sentinels: address.sentinels.map((server) => ({ ...server })),
        name: address.name,
        retryStrategy: backoff,
        sentinelRetryStrategy: backoff,
        enableTLSForSentinelMode: address.tls,
        ...(address.tls ? { sentinelTLS: {} } : {}),
        sentinelCommandTimeout: CONNECT_TIMEOUT_MS,
      });
    case 'cluster':
      return new Cluster(
        address.nodes.map((node: HostPort) => ({ ...node })),
        {
          redisOptions: options,
          enableOfflineQueue: false,
          clusterRetryStrategy: backoff,
          maxRedirections: REDIRECTIONS,
          retryDelayOnFailover: REDIRECT_AFTER_MS,
          retryDelayOnClusterDown: REDIRECT_AFTER_MS,
          retryDelayOnTryAgain: REDIRECT_AFTER_MS,
          slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
          slotsRefreshInterval: CLUSTER_LOOK_MS,
        },
      );
  }
}
