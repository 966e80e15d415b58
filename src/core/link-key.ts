import type { Brand } from './brand.ts';

/**
 * What names the page of a meeting link: host, port and path. Two spellings that a web server takes for one have one key. Scheme, query
 * and fragment do not count (the browser link is the attendee link with `?priority=web`, docs/conference-endpoint.md), but for the root of a host:
 * only they can name a page there, so they belong to its key.
 */
export type LinkKey = Brand<string, 'LinkKey'>;

/** A link taken apart for comparison. `tail` is the canonical query and fragment where `key` does not hold them; empty where there are none. */
export interface ComparableLink {
  readonly key: LinkKey;
  readonly tail: string;
}

function isLinkKey(key: string): key is LinkKey {
  return key.includes('/') && !/\s/.test(key);
}

/** Takes an absolute http(s) address with a path, a query or a fragment; anything else names no page. */
export function comparableLink(address: string): ComparableLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const path = canonicalPath(url.pathname);
  const tail = canonicalTail(url);
  const [key, rest] = path === '' ? [`${canonicalHost(url)}/${tail}`, ''] : [canonicalHost(url) + path, tail];
  return (path !== '' || tail !== '') && isLinkKey(key) ? { key, tail: rest } : undefined;
}

export function linkKey(address: string): LinkKey | undefined {
  return comparableLink(address)?.key;
}

/**
 * Whether a written link can mean a known one: the page is the same, and where the known link has a query or a fragment, the written one
 * has none at all, or has what the known one has and perhaps more.
 */
export function canMean(written: ComparableLink, known: ComparableLink): boolean {
  if (written.key !== known.key) return false;
  if (written.tail === '' || known.tail === '') return true;
  const [theirs, ours] = [partsOf(written.tail), partsOf(known.tail)];
  const hasAll = [...ours.parameters].every((parameter) => theirs.parameters.has(parameter));
  return hasAll && (ours.fragment === undefined || ours.fragment === theirs.fragment);
}

/** Whether the address's host is one of the domains or lies below one; domains in lower case, without a dot in front. */
export function isOnDomains(address: string, domains: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const hostname = withoutRootDot(new URL(address).hostname);
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** `a.example.` and `a.example` are one host (RFC 3986, section 3.2.2), and both schemes' own ports are none. */
function canonicalHost({ hostname, port }: URL): string {
  const isDefault = port === '' || port === '80' || port === '443';
  return isDefault ? withoutRootDot(hostname) : `${withoutRootDot(hostname)}:${port}`;
}

function withoutRootDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

/** As a server reads it (RFC 3986, section 6.2.2, and nginx's `merge_slashes`): decoded once, then without dot segments and empty ones. */
function canonicalPath(pathname: string): string {
  const segments: string[] = [];
  for (const segment of canonicalOctets(pathname).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.map((segment) => `/${segment}`).join('');
}

function canonicalTail({ search, hash }: URL): string {
  const parameters = new URLSearchParams(search);
  parameters.sort();
  const [query, fragment] = [parameters.toString(), canonicalOctets(hash.slice(1))];
  return `${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

function partsOf(tail: string): { parameters: ReadonlySet<string>; fragment: string | undefined } {
  const [query = '', fragment] = tail.split('#');
  return { parameters: new Set(query === '' ? [] : query.slice(1).split('&')), fragment };
}

const PLAIN = /[\w.~/-]/;

/** Percent-encodes every character but the unreserved ones and the slash, in capitals, whichever way it was written. */
function canonicalOctets(ascii: string): string {
  return ascii.replace(/%[0-9a-f]{2}|[^\w.~/-]/gi, (written) => {
    const code = written.length === 3 ? Number.parseInt(written.slice(1), 16) : written.charCodeAt(0);
    const character = String.fromCharCode(code);
    return PLAIN.test(character) ? character : `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
