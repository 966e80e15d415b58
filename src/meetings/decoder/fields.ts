import { fromZonedTime } from 'date-fns-tz';
import * as v from 'valibot';
import { eventId, roleId, vendorUserId, webLink } from '../../core/ids.ts';
import { type UnixSeconds, unixSeconds, type ZoneName, zoneName } from '../../core/time.ts';

const TEXT_MAX = 10_000;

/** A text or a number, as trimmed text; the JSON parser hands numbers on as their digits. */
const scalar = v.pipe(
  v.union([
    v.string(),
    v.pipe(v.number(), v.finite(), v.transform(String)),
    v.pipe(v.boolean(), v.transform(Number), v.transform(String)),
  ]),
  v.trim(),
  v.maxLength(TEXT_MAX),
);

/** A schema of a function that knows the form: undefined is an issue. */
const parsedBy = <T>(parse: (text: string) => T | undefined) =>
  v.pipe(
    scalar,
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue();
      return NEVER;
    }),
  );

/** Something that one can see: neither controls and blanks alone, nor what has no width. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

export const text = v.pipe(scalar, v.regex(VISIBLE));

/** Text where `0` stands for "none": the table of `detailHouseList` types places as integers. */
export const place = v.pipe(
  text,
  v.transform((value) => (value === '0' ? undefined : value)),
);

export const integer = parsedBy((digits) => (/^-?[0-9]{1,15}$/.test(digits) ? Number(digits) : undefined));

/** 0 or 1 on the wire. */
export const flag = parsedBy((digit) => (digit === '1' ? true : digit === '0' ? false : undefined));

export const event = parsedBy(eventId);
export const link = parsedBy(webLink);
export const zone = parsedBy(zoneName);

/** A user's id; `0` names nobody and is undefined without being an error. */
export const user = v.pipe(scalar, v.regex(/^[0-9]{1,20}$/), v.transform(vendorUserId));

/** The id of a role that somebody holds; `0` is none and undefined without being an error. */
export const role = v.pipe(text, v.transform(roleId));

const MILLISECONDS_FROM = 100_000_000_000;
const LOCAL_TIME = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Unix seconds, milliseconds (from 10¹¹ on, which as seconds would be the year 5138), or `YYYY-MM-DD HH:mm:ss` in the given zone. */
export const instant = (inZone: ZoneName) =>
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

/** Comma-separated on the wire, also with the full-width comma. */
export const commaSeparated = v.pipe(
  scalar,
  v.transform((value) =>
    value
      .split(/[,，]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
);

/** A JSON array of texts, itself written as a text (`calExtraInfo.labels`), or the array. */
export const labels = v.pipe(
  v.union([v.pipe(v.string(), v.parseJson()), v.unknown()]),
  v.array(v.pipe(scalar, v.nonEmpty())),
);

export const texts = v.array(text);
