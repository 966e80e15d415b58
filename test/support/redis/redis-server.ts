import { contents, type Entry, keysIn, withClient } from './contents.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export interface RedisOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** More of `redis-server`'s own arguments, such as `['--maxmemory', '2mb']`. */
  readonly args?: readonly string[];
}

/** A Redis that keeps nothing on disk. */
export interface RedisProcess extends ServerProcess {
  keys(): Promise<readonly string[]>;
  dump(): Promise<ReadonlyMap<string, Entry>>;
}

const nothingKept = [
  '--bind',
  '127.0.0.1',
  '--save',
  '',
  '--appendonly',
  'no',
  '--repl-diskless-sync-delay',
  '0',
];

/** Starts a Redis and resolves when it takes connections. */
export async function startRedis({ port, args = [] }: RedisOptions = {}): Promise<RedisProcess> {
  const server = await startServer({ port, args: (on) => ['--port', String(on), ...nothingKept, ...args] });
  return {
    ...server,
    keys: () => withClient(server.url, keysIn),
    dump: () => withClient(server.url, contents),
  };
}
