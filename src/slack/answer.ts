import type { PersonId } from '../cache/keys.ts';
import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { PRIVATE, viewFor } from '../core/audience.ts';
import { assertNever } from '../core/brand.ts';
import type { Reference } from '../core/reference.ts';
import { secondsOf } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { FindOptions, FoundMeeting, Lookup } from '../meetings/lookup.ts';
import type { Services } from './services.ts';

/** A lookup in somebody's name: theirs may be refused for a while. */
export type Asked = Lookup | { readonly kind: 'throttled'; readonly seconds: number };

/** A card for somebody, and a fixed word for what it is. */
export interface Answered {
  readonly card: Card;
  readonly outcome: 'found' | 'stale' | Exclude<Asked['kind'], 'found'>;
}

/** Where a card will stand: before the one who asked, or in a channel, in somebody's name. */
export type Place =
  | { readonly kind: 'private' }
  | { readonly kind: 'shared'; readonly sharedBy: string | undefined };

/** A card that waits for a proof of who asks no longer than this; it comes with the public view then. */
const PROOF_MS = 1200;

const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

/** Looks up in a person's name: each counts the person's questions, and what found nothing counts twice. */
export async function askFor(
  reference: Reference,
  person: PersonId,
  { meetings, throttle }: Services,
  options: FindOptions = {},
): Promise<Asked> {
  const seconds = await throttle.admit(person);
  if (seconds > 0) return { kind: 'throttled', seconds };
  const lookup = await meetings.find(reference, options);
  if (lookup.kind === 'not-found' || lookup.kind === 'unknown-link') await throttle.missed(person);
  return lookup;
}

/** Look up, decide, render: the steps that every door shares once it has a reference. */
export async function answerFor(
  reference: Reference,
  person: PersonId,
  place: Place,
  services: Services,
  options: FindOptions = {},
): Promise<Answered> {
  const [asked, viewer] = await Promise.all([
    askFor(reference, person, services, options),
    place.kind === 'private' ? services.viewers.of(person, PROOF_MS) : NOBODY,
  ]);
  if (asked.kind !== 'found')
    return { card: withoutMeeting(asked, reference, services), outcome: asked.kind };
  const outcome = asked.freshness === 'stale' ? 'stale' : 'found';
  return { card: foundCard(asked, viewer, place, services), outcome };
}

function foundCard(
  found: FoundMeeting,
  viewer: Viewer,
  place: Place,
  { words, clock, shared }: Services,
): Card {
  const common = { words, now: secondsOf(clock), asOf: found.asOf, stale: found.freshness === 'stale' };
  return place.kind === 'shared'
    ? meetingCard(viewFor(found.meeting, NOBODY, shared), { ...common, surface: place })
    : meetingCard(viewFor(found.meeting, viewer, PRIVATE), { ...common, surface: place });
}

/** The card of a lookup that gave no meeting. */
export function withoutMeeting(
  asked: Exclude<Asked, { kind: 'found' }>,
  reference: Reference,
  { words }: Services,
): Card {
  switch (asked.kind) {
    case 'not-found':
      return failureCard(
        { kind: asked.reference === 'host-password' ? 'unknown-password' : 'not-found' },
        words,
      );
    case 'unknown-link':
      return failureCard({ kind: 'unknown-link' }, words);
    case 'throttled':
      return throttledCard(asked.seconds, words);
    case 'refused':
    case 'timeout':
    case 'unreachable':
    case 'unreadable': {
      const eventId = reference.kind === 'event' ? reference.eventId : undefined;
      return failureCard({ kind: asked.kind, ...asked.report, eventId }, words);
    }
    default:
      return assertNever(asked);
  }
}
