import { parse } from 'node:querystring';

/** The fields of a form (`application/x-www-form-urlencoded`), however many; of equal names the last counts. */
export function formFields(text: string): Readonly<Record<string, string>> {
  const fields = Object.entries(parse(text, '&', '=', { maxKeys: 0 }));
  return Object.fromEntries(
    fields.map(([name, value = '']) => [name, Array.isArray(value) ? (value.at(-1) ?? '') : value]),
  );
}
