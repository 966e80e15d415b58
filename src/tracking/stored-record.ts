import * as v from 'valibot';
import { isChannelId } from '../core/channel.ts';
import { type WebLink, webLink } from '../core/ids.ts';
import { isSlackUserId } from '../core/person.ts';
import { askedWith, optional, second, writeStored, zone } from './stored-values.ts';
import type { TrackedCard, TrackedOccurrence } from './tracked-card.ts';

/**
 * What is stored is read by later versions of the app, since cards are followed over releases: a new field must be optional here. What does
 * not have this shape counts as absent.
 */
const link = v.custom<WebLink>((value) => typeof value === 'string' && webLink(value) === value);

const meeting = v.object({
  start: optional(second),
  end: optional(second),
  zone,
  phase: v.picklist(['cancelled', 'upcoming', 'live', 'ended', 'gone']),
  title: v.string(),
  /** Not known of what an earlier version stored. */
  confidential: v.optional(v.boolean(), true),
  hostName: optional(v.string()),
  joinLink: optional(link),
  rooms: v.array(
    v.object({
      name: v.string(),
      approval: optional(v.picklist(['waiting', 'not-approved', 'approved', 'cancelled'])),
    }),
  ),
});

/** Cards that an earlier version posted say nothing of it. */
const reach = v.optional(v.picklist(['company', 'external']), 'external');

const at = {
  channel: v.pipe(v.string(), v.guard(isChannelId)),
  ts: v.string(),
  threadTs: optional(v.string()),
  reach,
};

const storedCard = v.object({
  place: v.variant('kind', [
    v.object({
      kind: v.literal('message'),
      ...at,
      sharedBy: optional(v.pipe(v.string(), v.guard(isSlackUserId))),
    }),
    v.object({ kind: v.literal('unfurl'), ...at, url: v.string() }),
  ]),
  occurrence: v.string(),
  shown: meeting,
  fingerprint: v.string(),
  attempts: v.number(),
});

const storedOccurrence = v.object({
  at: v.object({ start: optional(second), previous: optional(second), next: optional(second) }),
  since: second,
  last: meeting,
  endedAt: optional(second),
  running: optional(v.object({ attendeeCount: optional(v.number()) })),
  missing: v.optional(optional(v.object({ since: second, isConfirmed: v.boolean() })), null),
  seenWith: v.optional(optional(askedWith), null),
});

const json = v.pipe(v.string(), v.parseJson());

export function write(value: TrackedCard | TrackedOccurrence): string {
  return writeStored(value);
}

export function readCard(text: string | undefined): TrackedCard | undefined {
  const read = v.safeParse(v.pipe(json, storedCard), text);
  return read.success ? read.output : undefined;
}

export function readOccurrence(text: string | undefined): TrackedOccurrence | undefined {
  const read = v.safeParse(v.pipe(json, storedOccurrence), text);
  return read.success ? read.output : undefined;
}
