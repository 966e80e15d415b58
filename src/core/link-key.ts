import type { Brand } from './brand.ts';

/**
 * What makes two addresses the same meeting link: host in lower case, port and path. Scheme, query string and fragment do
 * not count (the browser link is the attendee link with `?priority=web`, conference-api.md), nor does a closing slash.
 */
export type LinkKey = Brand<string, 'LinkKey'>;

function isLinkKey(key: string): key is LinkKey {
  return key.includes('/') && !/[\s?#]/.test(key);
}

/** The key of an absolute http(s) address with a path; anything else has none. */
export function linkKey(address: string): LinkKey | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const path = url.pathname.replace(/\/+$/, '');
  const key = `${url.host}${path}`;
  return path !== '' && isLinkKey(key) ? key : undefined;
}

/** Whether the address's host is one of the domains or lies below one; domains in lower case, without a dot in front. */
export function isOnDomains(address: string, domains: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
