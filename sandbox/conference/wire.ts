import { parse, stringify } from 'lossless-json';

/** A value as it is in the vendor's JSON. A `bigint` is written as a JSON number, digit for digit. */
export type WireValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly WireValue[]
  | { readonly [field: string]: WireValue };

/** A JSON object of the vendor: a meeting, a room, an account. */
export type WireRecord = { readonly [field: string]: WireValue };

/** A meeting in the vendor's spelling, one element of `result`. */
export type WireMeeting = WireRecord;

/** JSON text with every digit of a `bigint`. */
export function toJson(value: WireValue): string {
  return stringify(value) ?? 'null';
}

/** What JSON text says; a whole number too long for a `number` comes as a `bigint`. Throws on broken JSON. */
export function fromJson(text: string): unknown {
  return parse(text, null, (written) => {
    const value = Number(written);
    return /^-?\d+$/.test(written) && !Number.isSafeInteger(value) ? BigInt(written) : value;
  });
}

/** Whether a value was a whole number in JSON. */
export function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

/** The digits of an id, however it is written; `undefined` if it is not a whole number. */
export function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value.toString() : undefined;
  if (typeof value === 'string' && /^\d+$/.test(value)) return value;
  return undefined;
}

/** Whether a value is a JSON object, so that its fields can be asked for. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether parsed JSON is one that can be written back, all the way down. */
export function isWire(value: unknown): value is WireValue {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isWire);
  if (typeof value === 'object') return Object.values(value).every(isWire);
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}
