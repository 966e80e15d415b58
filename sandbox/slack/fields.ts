/** A JSON object whose properties nobody has looked at yet. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textAt = (fields: Fields, key: string): string | undefined => {
  const value = fields[key];
  return typeof value === 'string' ? value : undefined;
};

export const fieldsAt = (fields: Fields, key: string): Fields | undefined => {
  const value = fields[key];
  return isFields(value) ? value : undefined;
};

/** The objects of a list; its other entries are left out. */
export const listAt = (fields: Fields, key: string): Fields[] => {
  const value = fields[key];
  return Array.isArray(value) ? value.filter(isFields) : [];
};

/** Slack reads a flag as JSON `true` or, in a form, as the words `true` and `1`. */
export const flagAt = (fields: Fields, key: string): boolean =>
  fields[key] === true || fields[key] === 'true' || fields[key] === '1';

/** `undefined` for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
