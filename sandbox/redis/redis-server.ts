import { contents, type Entry, keysIn, withClient } from './contents.ts';
import { type Secured, tlsSettings } from './secured.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export interface RedisOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** More of `redis-server`'s own arguments, such as `['--maxmemory', '2mb']`. */
  readonly args?: readonly string[];
  /** Default: open to everybody. */
  readonly secured?: Secured | undefined;
}

/** A Redis that stores nothing on disk. */
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
export async function startRedis({ port, args = [], secured }: RedisOptions = {}): Promise<RedisProcess> {
  const server = await startServer({
    port,
    args: (on) => [...listening(on, secured), ...nothingKept, ...args],
  });
  const url =
    secured === undefined
      ? server.url
      : `rediss://:${encodeURIComponent(secured.password)}@127.0.0.1:${server.port}`;
  return {
    ...server,
    url,
    keys: () => withClient(url, keysIn),
    dump: () => withClient(url, contents),
  };
}

function listening(port: number, secured: Secured | undefined): readonly string[] {
  if (secured === undefined) return ['--port', String(port)];
  const settings = [
    ...tlsSettings(port),
    ['requirepass', secured.password],
    ['masterauth', secured.password],
  ];
  return settings.flatMap(([name = '', value = '']) => [`--${name}`, value]);
}
