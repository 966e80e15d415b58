import { type Fields, isFields } from '../slack/fields.ts';
import type { Check, Place } from './place.ts';

/** Lengths are counted in UTF-16 code units, the strictest reading of Slack's "characters". */
export const string =
  (max: number, min = 1): Check =>
  (value, at) => {
    if (typeof value !== 'string') return at.report('must be a string');
    if (value.length > max) at.report(`is ${value.length} long, at most ${max} fit`);
    if (value.length < min)
      at.report(min === 1 ? 'is empty' : `is ${value.length} long, at least ${min} fit`);
  };

/** Like `string`, and something must be there to see. */
export const visible =
  (max: number): Check =>
  (value, at) => {
    string(max)(value, at);
    if (typeof value === 'string' && value !== '' && value.trim() === '') at.report('is blank');
  };

export const boolean: Check = (value, at) => {
  if (typeof value !== 'boolean') at.report('must be true or false');
};

export const integer =
  (min: number, max: number): Check =>
  (value, at) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max)
      at.report(`must be ${min} to ${max}`);
  };

export const oneOf =
  (...allowed: readonly (string | number)[]): Check =>
  (value, at) => {
    if (!allowed.some((one) => one === value)) at.report(`must be one of ${allowed.join(', ')}`);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) at.report(`must be ${what}`);
  };

export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) && new URL(text).hostname !== '';

export const webAddress: Check = (value, at) => {
  string(3000)(value, at);
  if (typeof value === 'string' && !isWebAddress(value)) at.report('is not an http(s) address');
};

export const listOf =
  (check: Check, max: number, min = 1): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return at.report('must be a list');
    if (value.length > max) at.report(`has ${value.length} entries, at most ${max} fit`);
    if (value.length < min) at.report(`has ${value.length} entries, at least ${min} must be there`);
    for (const [index, one] of value.entries()) check(one, at.at(index));
  };

type Properties = Readonly<Record<string, Check>>;

const own = (checks: Properties, key: string): Check | undefined =>
  Object.hasOwn(checks, key) ? checks[key] : undefined;

/** An object of these properties and no others; `type` is looked at elsewhere. */
export const shape =
  (required: Properties, optional: Properties = {}, rule?: (fields: Fields, at: Place) => void): Check =>
  (value, at) => {
    if (!isFields(value)) return at.report('must be an object');
    for (const key of Object.keys(required)) if (value[key] === undefined) at.report(`has no ${key}`);
    for (const [key, part] of Object.entries(value)) {
      const check = own(required, key) ?? own(optional, key);
      if (check !== undefined && part !== undefined) check(part, at.at(key));
      else if (check === undefined && key !== 'type') at.report(`has the unknown property ${key}`);
    }
    rule?.(value, at);
  };

/** An object whose `type` picks its check. `what` names the family in the report of a type that is not in it. */
export const byType =
  (what: string, kinds: Properties): Check =>
  (value, at) => {
    const type = isFields(value) ? value.type : undefined;
    const check = typeof type === 'string' ? own(kinds, type) : undefined;
    if (check === undefined) return at.report(`is not a valid ${what}: ${String(type)}`);
    check(value, at);
  };
