import { Redis } from 'ioredis';

/** A connection that fails fast: a card never waits for Redis longer than its share (perf.md, "Redis killed, frozen, absent"). */
const COMMAND_TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 500;
const RECONNECT_MAX_MS = 1000;

/**
 * Connects at once, and again for ever; commands meanwhile reject without waiting. `url` is `redis://` or `rediss://`; `onFault` is told
 * the code of each connection error.
 */
export function redisConnection(url: string, onFault: (code: string) => void): Redis {
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 50, RECONNECT_MAX_MS),
  });
  redis.on('error', (error: Error) => onFault('code' in error ? String(error.code) : error.name));
  return redis;
}
