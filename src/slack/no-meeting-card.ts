import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import type { Words } from '../cards/words/words.ts';
import { assertNever } from '../core/brand.ts';
import type { Reference } from '../core/reference.ts';
import type { NoMeeting } from './look-up.ts';

/** The card of a lookup that gave no meeting; for the person who asked. */
export function noMeetingCard(lookup: NoMeeting, reference: Reference, words: Words): Card {
  switch (lookup.kind) {
    case 'not-found':
      return failureCard(
        { kind: lookup.reference === 'host-password' ? 'unknown-password' : 'not-found' },
        words,
      );
    case 'unknown-link':
      return failureCard({ kind: 'unknown-link' }, words);
    case 'throttled':
      return throttledCard(lookup.seconds, words);
    case 'refused':
    case 'timeout':
    case 'unreachable':
    case 'unreadable':
    case 'busy': {
      const eventId = reference.kind === 'event' ? reference.eventId : undefined;
      return failureCard({ kind: lookup.kind, ...lookup.report, eventId }, words);
    }
    default:
      return assertNever(lookup);
  }
}
