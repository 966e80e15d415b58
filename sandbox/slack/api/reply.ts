import { brokenTexts } from '../../block-kit/broken-texts.ts';
import type { Fields } from '../fields.ts';
import type { Workspace } from '../state/workspace.ts';

/** One method of the Web API: reads its arguments, changes the workspace, and says what Slack would. */
export type Method = (args: Fields, slack: Workspace) => Fields;

export const ok = (fields: Fields = {}): Fields => ({ ok: true, ...fields });

export const fail = (error: string, messages: readonly string[] = []): Fields => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
});

/** Records broken rules and returns the refusal for them; `undefined` when there are none. */
export function refusal(
  slack: Workspace,
  where: string,
  found: readonly string[],
  error = 'invalid_blocks',
): Fields | undefined {
  if (found.length === 0) return undefined;
  slack.violations.push(...found.map((rule) => `${where}: ${rule}`));
  return fail(
    error,
    found.map((rule) => `[ERROR] ${rule}`),
  );
}

/** Records where a payload has half a character, whatever becomes of it. */
export function noteBrokenTexts(slack: Workspace, where: string, payload: unknown): void {
  slack.violations.push(...brokenTexts(payload).map((at) => `${where}: ${at} has half a character`));
}

/** What a look-up gives instead of what was looked for. */
export interface Refused {
  readonly refused: Fields;
}

export const refuse = (error: string, messages?: readonly string[]): Refused => ({
  refused: fail(error, messages),
});
