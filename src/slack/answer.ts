import type { Card } from '../cards/blocks.ts';
import { failureCard } from '../cards/failure-card.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { PRIVATE, viewFor } from '../core/audience.ts';
import { assertNever } from '../core/brand.ts';
import type { EventId } from '../core/ids.ts';
import type { Reference } from '../core/reference.ts';
import { secondsOf } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { FindOptions, FoundMeeting, Lookup } from '../meetings/lookup.ts';
import type { Services } from './services.ts';

/** A card for somebody, and a fixed word for what it is. */
export interface Answered {
  readonly card: Card;
  readonly outcome: 'found' | 'stale' | Exclude<Lookup['kind'], 'found'>;
}

/** For whom a card is made: one person, or a channel in somebody's name. */
export type Audience =
  | { readonly kind: 'private'; readonly viewer: Viewer }
  | { readonly kind: 'shared'; readonly sharedBy: string | undefined };

/** Look up, decide, render: the steps that every door shares once it has a reference. */
export async function answerFor(
  reference: Reference,
  audience: Audience,
  services: Services,
  options: FindOptions = {},
): Promise<Answered> {
  const lookup = await services.meetings.find(reference, options);
  if (lookup.kind === 'found') {
    return {
      card: foundCard(lookup, audience, services),
      outcome: lookup.freshness === 'stale' ? 'stale' : 'found',
    };
  }
  const eventId = reference.kind === 'event' ? reference.eventId : undefined;
  return { card: notFoundCard(lookup, eventId, services), outcome: lookup.kind };
}

function foundCard(found: FoundMeeting, audience: Audience, services: Services): Card {
  const common = {
    words: services.words,
    now: secondsOf(services.clock),
    asOf: found.asOf,
    stale: found.freshness === 'stale',
  };
  return audience.kind === 'shared'
    ? meetingCard(viewFor(found.meeting, NOBODY, services.shared), { ...common, surface: audience })
    : meetingCard(viewFor(found.meeting, audience.viewer, PRIVATE), {
        ...common,
        surface: { kind: 'private' },
      });
}

const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

function notFoundCard(
  lookup: Exclude<Lookup, { kind: 'found' }>,
  eventId: EventId | undefined,
  { words }: Services,
): Card {
  switch (lookup.kind) {
    case 'not-found':
      return failureCard(
        { kind: lookup.reference === 'host-password' ? 'unknown-password' : 'not-found' },
        words,
      );
    case 'unknown-link':
      return failureCard({ kind: 'unknown-link' }, words);
    case 'refused':
    case 'timeout':
    case 'unreachable':
    case 'unreadable':
      return failureCard({ kind: lookup.kind, ...lookup.report, eventId }, words);
    default:
      return assertNever(lookup);
  }
}
