import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import type { Words } from '../cards/words/words.ts';
import { assertNever } from '../core/brand.ts';
import type { Reference } from '../core/reference.ts';
import type { Standing } from '../core/standing.ts';
import type { NoMeeting } from './look-up.ts';
import type { UserProfile } from './user-profile.ts';

/** The card of a lookup that gave no meeting; for the person who asked. */
export function noMeetingCard(
  lookup: NoMeeting,
  reference: Reference,
  words: Words,
  { standing }: Pick<UserProfile, 'standing'>,
): Card {
  switch (lookup.kind) {
    case 'not-found':
      return failureCard({ kind: notFoundKind(lookup) }, words);
    case 'unknown-link':
      return failureCard({ kind: 'unknown-link', searched: lookup.tried }, words);
    case 'throttled':
      return throttledCard(lookup.seconds, words);
    case 'no-account':
      return noAccountCard(words, standing);
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

/** For a person of a workspace without a conference account: an admin can open the settings from it. */
export function noAccountCard(words: Words, standing: Standing): Card {
  return failureCard({ kind: 'no-account', offersSettings: standing === 'admin' }, words);
}

/** What a lookup without a meeting says in a sentence, without what to do. */
export function noMeetingSentence(lookup: NoMeeting, words: Words): string {
  switch (lookup.kind) {
    case 'not-found':
      return words.failure[notFoundKind(lookup)].what;
    case 'unknown-link': {
      const { what } = words.failure['unknown-link'];
      return lookup.tried.length === 0 ? what : `${what} ${words.searched(lookup.tried)}`;
    }
    case 'throttled':
      return words.throttled(lookup.seconds).what;
    default:
      return words.failure[lookup.kind].what;
  }
}

function notFoundKind({ reference }: NoMeeting & { kind: 'not-found' }): 'not-found' | 'unknown-password' {
  return reference === 'host-password' ? 'unknown-password' : 'not-found';
}
