import { readAsked } from './asked-text.ts';
import type { NoReferenceReason, Reference } from './reference.ts';

/** What a person asks `/meeting` for. */
export type CommandText =
  | { readonly kind: 'help' }
  | { readonly kind: 'today' }
  | { readonly kind: 'settings' }
  | FoundText
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'none'; readonly reason: NoReferenceReason };

/** `isUnderstood`, `otherwise`: as of `AskedText`. */
interface FoundText {
  readonly kind: 'find' | 'share';
  readonly reference: Reference;
  readonly isUnderstood: boolean;
  readonly otherwise: Reference | undefined;
}

/** The words of the sub-commands, as people type them in lower case. */
export interface CommandWords {
  readonly help: readonly string[];
  readonly today: readonly string[];
  readonly share: readonly string[];
  readonly settings: readonly string[];
}

/** No sub-command is longer. The limit comes before `normalize`, which takes quadratic time for some texts. */
const WORD_MAX = 40;

/** The first word of a text, and the rest. */
const WORDS = /^(\S+)\s*(.*)$/s;

/**
 * Sub-commands are whole words: with `today`, `todays` is not a sub-command and is searched for. Only a reference can be shared. Case and full-width forms do not
 * matter. Nothing at all asks for help.
 */
export function parseCommandText(
  text: string,
  linkDomains: readonly string[],
  commandWords: CommandWords,
): CommandText {
  const [, first = '', rest = ''] = WORDS.exec(text.trim()) ?? [];
  const word = first.length > WORD_MAX ? '' : first.normalize('NFKC').toLowerCase();
  if (rest === '' && (first === '' || commandWords.help.includes(word))) return { kind: 'help' };
  if (rest === '' && commandWords.today.includes(word)) return { kind: 'today' };
  if (rest === '' && commandWords.settings.includes(word)) return { kind: 'settings' };
  const isShare = commandWords.share.includes(word);
  const asked = readAsked(isShare ? rest : text, linkDomains);
  if (asked.kind === 'none') return asked;
  if (asked.kind === 'words')
    return isShare ? { kind: 'none', reason: 'words' } : { ...asked, kind: 'search' };
  return { ...asked, kind: isShare ? 'share' : 'find' };
}
