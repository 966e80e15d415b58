import { isRole, type Role } from './people.ts';

/** What a line typed into the demo asks for. */
export type Line =
  | { readonly kind: 'meeting'; readonly text: string }
  | { readonly kind: 'as'; readonly role: Role }
  | { readonly kind: 'press'; readonly actionId: string }
  | { readonly kind: 'choose'; readonly choice: 'refresh' | 'people' }
  | { readonly kind: 'meetings' | 'help' | 'quit' | 'nothing' | 'unknown' };

const WORDS: ReadonlyMap<string, Line> = new Map<string, Line>([
  ['', { kind: 'nothing' }],
  ['refresh', { kind: 'choose', choice: 'refresh' }],
  ['share', { kind: 'press', actionId: 'meeting_share' }],
  ['access', { kind: 'press', actionId: 'meeting_access' }],
  ['people', { kind: 'choose', choice: 'people' }],
  ['meetings', { kind: 'meetings' }],
  ['help', { kind: 'help' }],
  ['quit', { kind: 'quit' }],
  ['exit', { kind: 'quit' }],
]);

export function readLine(line: string): Line {
  const typed = line.trim();
  const command = /^\/meeting(?:\s+(.*))?$/su.exec(typed);
  if (command !== null) return { kind: 'meeting', text: command[1] ?? '' };
  const [, role = ''] = /^as\s+(\S+)$/u.exec(typed) ?? [];
  if (isRole(role)) return { kind: 'as', role };
  return WORDS.get(typed) ?? { kind: 'unknown' };
}
