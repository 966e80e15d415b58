import type { Brand } from './brand.ts';

/** A calendar event's id at the conference vendor: the digits of a uint64, without leading zeros. Never a number: it does not fit one. */
export type EventId = Brand<string, 'EventId'>;

/** A user's id at the conference vendor: the digits of a uint64. */
export type VendorUserId = Brand<string, 'VendorUserId'>;

/** The host's password, thirteen digits or more. It finds a meeting; it proves nothing. */
export type HostPassword = Brand<string, 'HostPassword'>;

/** An http or https address, normalised by the URL standard, at most 2,000 characters: a button may have 3,000, and a text shows it only where it fits once escaped. */
export type WebLink = Brand<string, 'WebLink'>;

const UINT64_MAX = 2n ** 64n - 1n;

function isUint64(digits: string): boolean {
  return /^[1-9][0-9]{0,19}$/.test(digits) && BigInt(digits) <= UINT64_MAX;
}

function isEventId(digits: string): digits is EventId {
  return isUint64(digits);
}

function isVendorUserId(digits: string): digits is VendorUserId {
  return isUint64(digits);
}

function isHostPassword(digits: string): digits is HostPassword {
  return /^[0-9]{13,32}$/.test(digits);
}

/** Takes digits, leading zeros allowed; zero itself and what exceeds uint64 are none. */
export function eventId(digits: string): EventId | undefined {
  const bare = digits.replace(/^0+/, '');
  return isEventId(bare) ? bare : undefined;
}

/** Takes digits, leading zeros allowed; zero is none: the vendor may give all outsiders `0` (docs/conference-endpoint.md), so it names nobody. */
export function vendorUserId(digits: string): VendorUserId | undefined {
  const bare = digits.replace(/^0+/, '');
  return isVendorUserId(bare) ? bare : undefined;
}

/** A role's id as somebody can hold it, digits without leading zeros; zero is none: whoever has no role may carry it. */
export function roleId(written: string): string | undefined {
  if (Number(written) === 0) return undefined;
  return /^[0-9]+$/.test(written) ? written.replace(/^0+/, '') : written;
}

/** Thirteen to thirty-two digits; leading zeros belong to the password. */
export function hostPassword(digits: string): HostPassword | undefined {
  return isHostPassword(digits) ? digits : undefined;
}

const WEB_LINK_MAX = 2000;

function isWebLink(href: string): href is WebLink {
  return href.length <= WEB_LINK_MAX && /^https?:\/\//.test(href);
}

/** Any http(s) address, with the characters that would end a Slack link (`<`, `>`, `|`, space) percent-encoded. */
export function webLink(text: string): WebLink | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return undefined;
  const href = url.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return isWebLink(href) ? href : undefined;
}
