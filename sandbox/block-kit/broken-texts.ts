import { isFields } from '../slack/fields.ts';

/**
 * Where in a payload a text has half of a pair of surrogates, as JSON pointers (RFC 6901). JSON itself does not show it: it is written there as
 * an escape.
 */
export function brokenTexts(payload: unknown, pointer = ''): string[] {
  if (typeof payload === 'string') return payload.isWellFormed() ? [] : [pointer];
  const parts = Array.isArray(payload)
    ? [...payload.entries()]
    : isFields(payload)
      ? Object.entries(payload)
      : [];
  return parts.flatMap(([key, part]) => brokenTexts(part, `${pointer}/${key}`));
}
