/** A server's host and port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** Where the shared store is: one server, the nodes of a cluster to begin with, or the sentinels that know a master by its name. */
export type RedisAddress = (
  | { readonly kind: 'single'; readonly server: HostPort; readonly database: number }
  | { readonly kind: 'cluster'; readonly nodes: readonly [HostPort, ...HostPort[]] }
  | {
      readonly kind: 'sentinel';
      readonly sentinels: readonly [HostPort, ...HostPort[]];
      readonly name: string;
    }
) & {
  readonly tls: boolean;
  /** Of the servers that hold data; sentinels are asked without. */
  readonly username: string | undefined;
  readonly password: string | undefined;
};

const FORM =
  /^(?<scheme>rediss?)(?:\+(?<kind>cluster|sentinel))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?#]+)(?:\/(?<path>[A-Za-z0-9._-]*))?$/;
const HOST = /^(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?$/;
const REDIS_PORT = 6379;
const SENTINEL_PORT = 26_379;
const PORT_MAX = 65_535;

/**
 * Reads `redis://host:port/0`, `redis+cluster://host:port,host:port` and `redis+sentinel://host:port,host:port/name`, each also with
 * `rediss` for TLS and with `user:password@` (percent-encoded) in front of the hosts; undefined for anything else.
 */
export function redisAddress(text: string): RedisAddress | undefined {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { scheme, kind = 'single', hosts = '', path = '' } = groups;
  const credentials = { username: decoded(groups.user), password: decoded(groups.password) };
  const common = { tls: scheme === 'rediss', ...credentials };
  if (kind === 'sentinel') {
    const sentinels = serversIn(hosts, SENTINEL_PORT);
    return sentinels === undefined || path === '' ? undefined : { kind, sentinels, name: path, ...common };
  }
  const servers = serversIn(hosts, REDIS_PORT);
  if (servers === undefined) return undefined;
  if (kind === 'cluster') return path === '' ? { kind, nodes: servers, ...common } : undefined;
  const isAlone = servers.length === 1 && /^[0-9]{0,4}$/.test(path);
  return isAlone ? { kind: 'single', server: servers[0], database: Number(path), ...common } : undefined;
}

function serversIn(hosts: string, defaultPort: number): [HostPort, ...HostPort[]] | undefined {
  const [first, ...others] = hosts.split(',').map((text) => serverIn(text, defaultPort));
  if (first === undefined || others.includes(undefined)) return undefined;
  return [first, ...others.filter((server) => server !== undefined)];
}

function serverIn(text: string, defaultPort: number): HostPort | undefined {
  const groups = HOST.exec(text)?.groups;
  const port = Number(groups?.port ?? defaultPort);
  if (groups?.host === undefined || port < 1 || port > PORT_MAX) return undefined;
  return { host: groups.host.replace(/^\[|\]$/g, ''), port };
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
