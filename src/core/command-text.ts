import { type NoReferenceReason, parseReference, type Reference, unescapeSlack } from './reference.ts';

/** What a person wants of `/meeting`. */
export type CommandText =
  | { readonly kind: 'help' }
  | { readonly kind: 'today' }
  | { readonly kind: 'find' | 'share'; readonly reference: Reference }
  | { readonly kind: 'none'; readonly reason: NoReferenceReason };

const TODAY = /^(today|今天|今日)$/i;
const SHARE = /^(share|分享)(?:\s+(.*))?$/is;

/** Sub-commands are whole words: `today` is one, `todays` is a text that is no reference. Nothing at all asks for help. */
export function parseCommandText(text: string, linkDomains: readonly string[]): CommandText {
  const plain = unescapeSlack(text).trim();
  if (TODAY.test(plain)) return { kind: 'today' };
  const share = SHARE.exec(text.trim());
  const reference = parseReference(share === null ? text : (share[2] ?? ''), linkDomains);
  if (reference.kind !== 'none') return { kind: share === null ? 'find' : 'share', reference };
  const asksForHelp = reference.reason === 'help' || reference.reason === 'empty';
  return asksForHelp && share === null ? { kind: 'help' } : reference;
}
