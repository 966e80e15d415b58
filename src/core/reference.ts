import { type EventId, eventId, type HostPassword, hostPassword, type WebLink, webLink } from './ids.ts';
import { type ComparableLink, comparableLink, isOnDomains } from './link-key.ts';

/** Why a text is not a reference; each reason has its own sentence for the person. */
export const NO_REFERENCE_REASONS = [
  'empty',
  'words',
  'sign',
  'fraction',
  'too-long',
  'out-of-range',
  'foreign-link',
] as const;
export type NoReferenceReason = (typeof NO_REFERENCE_REASONS)[number];

/** What a person typed or pasted, read as the thing it names. */
export type Reference =
  | { readonly kind: 'event'; readonly eventId: EventId }
  | { readonly kind: 'host-password'; readonly password: HostPassword }
  | ({ readonly kind: 'link'; readonly link: WebLink } & ComparableLink);

/** A reference, or `none` with the reason. */
export type ParsedReference = Reference | { readonly kind: 'none'; readonly reason: NoReferenceReason };

const TEXT_MAX = 4000;
const DIGITS_MAX = 32;
const PASSWORD_DIGITS_MIN = 13;

/** As long as a `WebLink` may be. */
const ADDRESS_MAX = 2000;

/** A host in ASCII, as all meeting links' are: for others the URL parser takes quadratic time (punycode). */
const PLAIN_HOST = /^https?:\/\/[^\s/?#\\\u0080-\uffff]+(?:[/?#\\]|$)/i;

const none = (reason: NoReferenceReason): ParsedReference => ({ kind: 'none', reason });

/**
 * Reads one reference. Takes Slack's own encoding (`&amp;`, `<https://…|label>`), full-width digits, spaces between digits and a
 * `#`. Up to twelve digits are an event id, thirteen or more the host password; with `#` in front any number up to uint64 is an
 * event id. Of a text with links the first one on `linkDomains` (lower case, subdomains included) counts, whatever text is around it.
 */
export function parseReference(text: string, linkDomains: readonly string[]): ParsedReference {
  if (text.length > TEXT_MAX) return none('too-long');
  const plain = unescapeSlack(text).normalize('NFKC').trim();
  if (plain === '') return none('empty');
  return readLink(text, linkDomains) ?? readNumber(plain);
}

/**
 * The text without marks that nobody sees (Unicode's category Cf): they say how a text runs, or stand where one was split, and come along when a number
 * or link is copied.
 */
export function withoutUnseen(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/** Undoes the three escapes of Slack's message encoding, `&amp;` last so that nothing is undone twice. */
export function unescapeSlack(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Every http(s) address in a text of Slack's encoding, as written, in order: link forms (the address, not the label) and bare ones. */
export function addressesIn(text: string): string[] {
  if (!text.includes('://')) return [];
  const unlabelled = text.replace(/(<[^<>|]*)\|[^<>]*>/g, '$1>');
  const found = unlabelled.matchAll(/https?:\/\/[^\s<>|"'“”‘’（），。；！]+/giu);
  return [...found].map(([address]) => unescapeSlack(address).replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, ''));
}

function readLink(text: string, linkDomains: readonly string[]): ParsedReference | undefined {
  const addresses = addressesIn(text);
  for (const address of addresses) {
    const reference = linkReference(address, linkDomains);
    if (reference !== undefined) return reference;
  }
  return addresses.length > 0 ? none('foreign-link') : undefined;
}

/** The reference that one address makes, if it is a link on the domains with a path of its own, of 2,000 characters at most. */
export function linkReference(address: string, linkDomains: readonly string[]): Reference | undefined {
  if (address.length > ADDRESS_MAX || !PLAIN_HOST.test(address)) return undefined;
  const comparable = comparableLink(address);
  const link = webLink(address);
  if (comparable === undefined || link === undefined || !isOnDomains(link, linkDomains)) return undefined;
  return { kind: 'link', ...comparable, link };
}

function readNumber(plain: string): ParsedReference {
  const isMarked = plain.startsWith('#');
  const bare = plain.replace(/^#/, '').replace(/\s+/g, '');
  if (/^[+\-−–][0-9]/.test(bare)) return none('sign');
  if (/^[0-9]+[.,⁄/][0-9]+$/.test(bare)) return none('fraction');
  if (!/^[0-9]+$/.test(bare)) return none('words');
  if (bare.length > DIGITS_MAX) return none('too-long');
  if (!isMarked && bare.length >= PASSWORD_DIGITS_MIN) {
    const password = hostPassword(bare);
    return password === undefined ? none('out-of-range') : { kind: 'host-password', password };
  }
  const id = eventId(bare);
  return id === undefined ? none('out-of-range') : { kind: 'event', eventId: id };
}
