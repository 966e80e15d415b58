import { eventId } from './ids.ts';
import { addressesIn, linkReference, type Reference, withoutUnseen } from './reference.ts';

/**
 * The words beside which a bare number is taken for a meeting's: they stand right before or behind it. Spaces or hyphens part it into threes or more.
 * No two repetitions that stand side by side share a character, so that a text is read once (test/linear-patterns.test.ts).
 */
const BEFORE =
  /(?:meeting|conference|event|会议|會議|入会)[\s_-]*(?:(?:id|no\.?|number|号码|编号|号|號|[:#])[\s:#]*)?([0-9]{3,12}(?:[ \u2010-\u2014-][0-9]{3,})*)(?![0-9])/giu;
const BEHIND = /(?<![0-9/.#-])([0-9]{5,12})(?:号|號)?\s*(?:meeting|会议|會議)/giu;

/** Full-width letters, digits and marks, and the spaces that are not U+0020. */
const WIDE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e]/g;

const DIGITS_MIN = 5;
const DIGITS_MAX = 12;

/** Every reference in a text of Slack's encoding, in order of kind: links first, then numbers beside a word for meeting. May repeat. */
export function referencesIn(written: string, linkDomains: readonly string[]): Reference[] {
  const text = withoutUnseen(written);
  const links = addressesIn(text).map((address) => linkReference(address, linkDomains));
  const plain = text.replace(/https?:\/\/\S+/gi, ' ').replace(WIDE, narrow);
  const numbers = [...plain.matchAll(BEFORE), ...plain.matchAll(BEHIND)].map(([, digits = '']) =>
    numbered(digits),
  );
  return [...links, ...numbers].filter((reference) => reference !== undefined);
}

/** One character at a time: normalising a whole text takes quadratic time where combining marks follow one another. */
function narrow(wide: string): string {
  return wide.normalize('NFKC');
}

function numbered(spaced: string): Reference | undefined {
  const digits = spaced.replace(/[^0-9]/g, '');
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return undefined;
  const id = eventId(digits);
  return id === undefined ? undefined : { kind: 'event', eventId: id };
}

/** What makes two references the same before anything is looked up. */
export function referenceKey(reference: Reference): string {
  switch (reference.kind) {
    case 'event':
      return `event ${reference.eventId}`;
    case 'host-password':
      return `password ${reference.password}`;
    case 'link':
      return `link ${reference.key}${reference.tail}`;
  }
}
