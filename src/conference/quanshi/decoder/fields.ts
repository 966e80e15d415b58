import { fromZonedTime } from 'date-fns-tz';
import { eventId, roleId, vendorUserId, webLink } from '../../../core/ids.ts';
import { type UnixSeconds, unixSeconds, type ZoneName, zoneName } from '../../../core/time.ts';

/** Reads one JSON value of the vendor: null where it means "none", undefined where it cannot be read. */
export type Field<T> = (value: unknown) => T | null | undefined;

const TEXT_MAX = 10_000;

/** The longest link that can be shown; a longer one is not parsed. */
const LINK_MAX = 2000;

/** More labels, tags or addresses of one meeting are of no use to anybody. */
const TEXTS_MAX = 200;

/** A text, a number, or a boolean as 0 or 1, as trimmed and well-formed text. The JSON parser returns numbers as their digits. */
function scalar(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed.length <= TEXT_MAX ? trimmed.toWellFormed() : undefined;
}

/** A field from a function that parses its text. */
const parsedBy =
  <T>(parse: (text: string) => T | null | undefined): Field<T> =>
  (value) => {
    const text = scalar(value);
    return text === undefined ? undefined : parse(text);
  };

/** At least one visible character: not a control, a blank, or a character without width. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

const visible = (text: string): string | undefined => (VISIBLE.test(text) ? text : undefined);

export const text = parsedBy(visible);

/** Text where `0` stands for "none": the table of `detailHouseList` types places as integers. */
export const place = parsedBy((name) => (name === '0' ? null : visible(name)));

export const integer = parsedBy((digits) => (/^-?[0-9]{1,15}$/.test(digits) ? Number(digits) : undefined));

/** Written as 0 or 1. */
export const flag = parsedBy((digit) => (digit === '1' ? true : digit === '0' ? false : undefined));

export const event = parsedBy(eventId);
export const link = parsedBy((address) => (address.length <= LINK_MAX ? webLink(address) : undefined));
export const zone = parsedBy(zoneName);

/** A user's id; `0` names nobody. */
export const user = parsedBy((digits) =>
  /^[0-9]{1,20}$/.test(digits) ? (vendorUserId(digits) ?? null) : undefined,
);

/** The id of a role that somebody holds; `0` is none. */
export const role = parsedBy((id) => (visible(id) === undefined ? undefined : (roleId(id) ?? null)));

const MILLISECONDS_FROM = 100_000_000_000;
const LOCAL_TIME = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Unix seconds, milliseconds (from 10¹¹ on, which as seconds would be the year 5138), or `YYYY-MM-DD HH:mm:ss` in the given zone. */
export const instant = (inZone: ZoneName): Field<UnixSeconds> =>
  parsedBy((value) => numericInstant(value) ?? localInstant(value, inZone));

function numericInstant(value: string): UnixSeconds | undefined {
  if (!/^[0-9]{1,15}$/.test(value)) return undefined;
  const number = Number(value);
  return unixSeconds(number >= MILLISECONDS_FROM ? Math.floor(number / 1000) : number);
}

function localInstant(value: string, inZone: ZoneName): UnixSeconds | undefined {
  const match = LOCAL_TIME.exec(value);
  if (match === null) return undefined;
  const [year = '', month = '', day = '', hour = '', minute = '', second = '00'] = match.slice(1);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}`;
  return unixSeconds(fromZonedTime(iso, inZone).getTime() / 1000);
}

/** Separated by commas, also by full-width ones. */
export const commaSeparated = parsedBy((value) =>
  value
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** A list of which every entry can be read. A list that is too long is not read, and one bad entry makes it unreadable. */
const listOf =
  <T>(entry: Field<T>): Field<T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > TEXTS_MAX) return undefined;
    const read: T[] = [];
    for (const part of value) {
      const one = entry(part);
      if (one === undefined || one === null) return undefined;
      read.push(one);
    }
    return read;
  };

export const texts = listOf(text);

const labelList = listOf(parsedBy((label) => (label === '' ? undefined : label)));

/** An array of texts, or the same written as JSON in a text (`calExtraInfo.labels`). */
export const labels: Field<string[]> = (value) => {
  if (typeof value !== 'string') return labelList(value);
  return value.length <= TEXT_MAX ? labelList(parsed(value)) : undefined;
};

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
