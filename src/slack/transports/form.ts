import { type ParsedUrlQuery, parse } from 'node:querystring';

/** The fields of a form (`application/x-www-form-urlencoded`), however many; of equal names the last counts. */
export function formFields(text: string): Readonly<Record<string, string>> {
  const parsed = parse(text, '&', '=', { maxKeys: 0 });
  if (isSingle(parsed)) return parsed;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value = '']) => [
      name,
      typeof value === 'string' ? value : (value.at(-1) ?? ''),
    ]),
  );
}

/** Whether no name comes twice, as in all that Slack sends. */
function isSingle(parsed: ParsedUrlQuery): parsed is Record<string, string> {
  for (const name in parsed) if (typeof parsed[name] !== 'string') return false;
  return true;
}
