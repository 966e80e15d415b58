import * as v from 'valibot';
import type { Meeting } from '../core/meeting.ts';
import { type UnixSeconds, unixSeconds, type ZoneName } from '../core/time.ts';
import { decodeMeetings } from './decoder/meeting.ts';
import type { StoredMeetings } from './source.ts';

/** An answer of the vendor's as it is kept: what it was, and the second it was given. */
export type StoredAnswer =
  | {
      readonly kind: 'found';
      readonly at: UnixSeconds;
      readonly occurrences: readonly [Meeting, ...Meeting[]];
    }
  | { readonly kind: 'not-found'; readonly at: UnixSeconds };

const schema = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    at: v.number(),
    meetings: v.array(v.record(v.string(), v.unknown())),
  }),
  v.object({ kind: v.literal('not-found'), at: v.number() }),
]);

export function writeFound(at: UnixSeconds, meetings: StoredMeetings): string {
  return JSON.stringify({ kind: 'found', at, meetings });
}

export function writeNotFound(at: UnixSeconds): string {
  return JSON.stringify({ kind: 'not-found', at });
}

/** Reads a kept answer with the decoder of fresh ones; whatever does not decode counts as absent. */
export function readStored(text: string, defaultZone: ZoneName): StoredAnswer | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) return undefined;
  const at = unixSeconds(parsed.output.at);
  if (at === undefined) return undefined;
  if (parsed.output.kind === 'not-found') return { kind: 'not-found', at };
  const [first, ...others] = decodeMeetings(parsed.output.meetings, defaultZone, () => {}).meetings;
  return first === undefined ? undefined : { kind: 'found', at, occurrences: [first, ...others] };
}
