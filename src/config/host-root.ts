import { isHostName } from '../core/host-names.ts';

/** Of this machine, for tests: the only hosts without TLS. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/**
 * The root of the vendor's interface at a host, with a port where one is given. Undefined for anything else: an address with scheme, path or
 * user, and an IP address other than this machine's.
 */
export function hostRoot(entry: string): string | undefined {
  const [host = '', port, ...rest] = entry.toLowerCase().split(':');
  if (rest.length > 0 || (port !== undefined && !/^[1-9][0-9]{0,4}$/.test(port))) return undefined;
  const isLoopback = LOOPBACK.has(host);
  if (!isLoopback && !isHostName(host)) return undefined;
  const root = `${isLoopback ? 'http' : 'https'}://${port === undefined ? host : `${host}:${port}`}`;
  return URL.canParse(root) ? root : undefined;
}
