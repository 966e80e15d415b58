import * as v from 'valibot';
import type { Meeting } from '../core/meeting.ts';
import { type UnixSeconds, unixSeconds, type ZoneName } from '../core/time.ts';
import { decodeMeetings } from './quanshi/decoder/meeting.ts';
import type { StoredMeetings } from './vendor.ts';

/** An answer of the vendor's as it is kept: what it was, and the second it was given. */
export type LatestAnswer =
  | {
      readonly kind: 'found';
      readonly at: UnixSeconds;
      readonly occurrences: readonly [Meeting, ...Meeting[]];
    }
  | { readonly kind: 'not-found'; readonly at: UnixSeconds };

/** What the vendor answered at `asOf`; at `at` it refused to answer again, so what it says of rights holds no longer. */
export interface WithdrawnAnswer {
  readonly kind: 'withdrawn';
  readonly at: UnixSeconds;
  readonly asOf: UnixSeconds;
  readonly occurrences: readonly [Meeting, ...Meeting[]];
}

export type StoredAnswer = LatestAnswer | WithdrawnAnswer;

/** The second from which its meetings are. */
export function asOf(answer: StoredAnswer): UnixSeconds {
  return answer.kind === 'withdrawn' ? answer.asOf : answer.at;
}

const meetings = v.array(v.record(v.string(), v.unknown()));

const schema = v.variant('kind', [
  v.object({ kind: v.literal('found'), at: v.number(), meetings }),
  v.object({ kind: v.literal('withdrawn'), at: v.number(), asOf: v.number(), meetings }),
  v.object({ kind: v.literal('not-found'), at: v.number() }),
]);

const kept = v.pipe(v.string(), v.parseJson(), schema);

export function writeFound(at: UnixSeconds, meetings: StoredMeetings): string {
  return JSON.stringify({ kind: 'found', at, meetings });
}

export function writeNotFound(at: UnixSeconds): string {
  return JSON.stringify({ kind: 'not-found', at });
}

/** A meeting that is kept, as one that the vendor refused to speak of at `at`; undefined for what is no such thing, or is so already. */
export function writeWithdrawn(at: UnixSeconds, text: string): string | undefined {
  const { success, output } = v.safeParse(kept, text);
  if (!success || output.kind !== 'found') return undefined;
  return JSON.stringify({ kind: 'withdrawn', at, asOf: output.at, meetings: output.meetings });
}

/** Reads a kept answer with the decoder of fresh ones; whatever does not decode counts as absent. */
export function readStored(text: string, defaultZone: ZoneName): StoredAnswer | undefined {
  const { success, output } = v.safeParse(kept, text);
  if (!success) return undefined;
  const at = unixSeconds(output.at);
  if (at === undefined) return undefined;
  if (output.kind === 'not-found') return { kind: 'not-found', at };
  const [first, ...others] = decodeMeetings(output.meetings, defaultZone, () => {}).meetings;
  if (first === undefined) return undefined;
  const occurrences = [first, ...others] as const;
  if (output.kind === 'found') return { kind: 'found', at, occurrences };
  const since = unixSeconds(output.asOf);
  return since === undefined ? undefined : { kind: 'withdrawn', at, asOf: since, occurrences };
}
