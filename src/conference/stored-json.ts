import * as v from 'valibot';
import { eventId } from '../core/ids.ts';
import type { Meeting } from '../core/meeting.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';

/**
 * The version of all values that this module writes. Raise it with every change of `Meeting`, and of the rules by which a vendor's answer
 * becomes one: what an older version stored then counts as absent.
 */
const FORMAT = 2;

export interface StoredJson<T> {
  write(value: T): string;
  /** Undefined for anything that `write` of this version did not make. */
  read(text: string | undefined): T | undefined;
}

/**
 * Values as plain JSON. Fields that are undefined are left out and read as undefined. The schema only has to recognise a value: it was
 * validated before it was written, and the store is sealed, so nobody else wrote it.
 */
export function storedJson<T>(schema: v.GenericSchema<unknown, T>): StoredJson<T> {
  const envelope = v.pipe(v.string(), v.parseJson(), v.object({ format: v.literal(FORMAT), value: schema }));
  return {
    write: (value) => JSON.stringify({ format: FORMAT, value }),
    read(text) {
      const parsed = v.safeParse(envelope, text);
      return parsed.success ? parsed.output.value : undefined;
    },
  };
}

export const storedSecond = v.custom<UnixSeconds>(
  (value) => typeof value === 'number' && unixSeconds(value) !== undefined,
);

/** Looks at the id alone: to check every field would cost as much as the decoder. */
export const storedMeeting = v.custom<Meeting>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'eventId' in value &&
    typeof value.eventId === 'string' &&
    eventId(value.eventId) === value.eventId,
);
