import { fieldsOf, textIn } from '../../text/fields.ts';
import type { Action } from '../action.ts';

/** Has the demo do something. Resolves with a sentence where something is amiss. */
export async function deliver(action: Action): Promise<string> {
  const response = await fetch('/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  }).catch(() => undefined);
  if (response === undefined) return 'The demo has ended; start it again with “npm run demo”.';
  if (!response.ok) return 'The demo did not understand the page; reload the page.';
  return textIn(fieldsOf(await response.json()).said);
}
