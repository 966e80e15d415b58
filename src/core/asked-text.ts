import { eventId } from './ids.ts';
import {
  addressesIn,
  type NoReferenceReason,
  parseReference,
  type Reference,
  withoutUnseen,
} from './reference.ts';
import { referenceKey, referencesIn } from './references-in-text.ts';

/** What somebody asks for in words of their own. */
export type AskedText =
  | {
      readonly kind: 'reference';
      readonly reference: Reference;
      /** The text says more than the reference, so its reader is told what was understood. */
      readonly isUnderstood: boolean;
      /** Another reference in the text, for a link that leads to no meeting. */
      readonly otherwise: Reference | undefined;
    }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'none'; readonly reason: NoReferenceReason };

/** A pasted invitation is seldom longer. */
const TEXT_MAX = 12_000;

/** Longer texts are not words that a title has. */
const WORDS_MAX = 100;

const LETTER = /\p{L}/u;

/** A number in groups of three digits or more with hyphens between them; a date has shorter ones. */
const HYPHENATED = /^#?[0-9]{3,}(?:[-‐–—][0-9]{3,})+$/;
const NUMBER_MAX = 40;

/**
 * Reads what was asked for: a reference alone, a number in groups (`649-128`), a number beside a word for meeting, or a whole invitation, in
 * which a link on `linkDomains` goes before a number. A short text with letters and without a reference is words to search for.
 */
export function readAsked(typed: string, linkDomains: readonly string[]): AskedText {
  const text = withoutUnseen(typed);
  const parsed = parseReference(text, linkDomains);
  if (parsed.kind !== 'none' && (parsed.kind !== 'link' || isLinkAlone(text)))
    return { kind: 'reference', reference: parsed, isUnderstood: false, otherwise: undefined };
  const [reference, otherwise] = [...new Map(mentioned(text, linkDomains)).values()];
  if (reference !== undefined) return { kind: 'reference', reference, isUnderstood: true, otherwise };
  if (parsed.kind !== 'none')
    return { kind: 'reference', reference: parsed, isUnderstood: true, otherwise: undefined };
  const { reason } = parsed;
  const words = typed.trim();
  const isSearch = reason === 'words' && words.length <= WORDS_MAX && LETTER.test(words);
  return isSearch ? { kind: 'words', words } : parsed;
}

/** The references in a text by what makes two of them the same. */
function mentioned(text: string, linkDomains: readonly string[]): (readonly [string, Reference])[] {
  if (text.length > TEXT_MAX) return [];
  const grouped = hyphenated(text.trim());
  const found = grouped === undefined ? referencesIn(text, linkDomains) : [grouped];
  return found.map((reference) => [referenceKey(reference), reference]);
}

function hyphenated(text: string): Reference | undefined {
  if (text.length > NUMBER_MAX) return undefined;
  const plain = text.normalize('NFKC');
  const id = HYPHENATED.test(plain) ? eventId(plain.replace(/[^0-9]/g, '')) : undefined;
  return id === undefined ? undefined : { kind: 'event', eventId: id };
}

/** Whether a text is one address and nothing else but Slack's marks around it. */
function isLinkAlone(text: string): boolean {
  const [address, ...others] = addressesIn(text);
  if (address === undefined || others.length > 0) return false;
  const trimmed = text.trim();
  const isMarked = trimmed.startsWith('<') && trimmed.endsWith('>');
  const [written = ''] = (isMarked ? trimmed.slice(1, -1) : trimmed).split('|');
  return /^https?:\/\/[^\s<>]*$/i.test(written);
}
