import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import type { CardSurface } from '../cards/meeting-card.ts';
import type { Words } from '../cards/words/words.ts';
import type { FindOptions, Lookup } from '../conference/lookup.ts';
import { NO_REPORT } from '../conference/vendor.ts';
import { audienceOf } from '../core/audience.ts';
import { assertNever } from '../core/brand.ts';
import type { Person } from '../core/person.ts';
import type { Reference } from '../core/reference.ts';
import type { Viewer } from '../core/viewer.ts';
import { withinTime } from './deadline.ts';
import { foundCard } from './found-card.ts';
import type { Services } from './services.ts';

/** A lookup in somebody's name: theirs may be refused for a while. */
export type Asked = Lookup | { readonly kind: 'throttled'; readonly seconds: number };

/** A fixed word for what came of a question. */
export type AnswerOutcome = 'found' | 'stale' | Exclude<Asked['kind'], 'found'>;

/** A card for somebody, and what it is. */
export interface MeetingAnswer {
  readonly card: Card;
  readonly outcome: AnswerOutcome;
  /** Whether the card shows a meeting. */
  readonly hasMeeting: boolean;
}

/** A card that waits for a proof of who asks no longer than this; it comes with the public view then. */
const PROOF_MS = 1200;

/** After that proof, a card that shows more than the public view waits no longer for a copy that proves the right to it. */
const RIGHTS_MS = 1400;

const BUSY: Lookup = { kind: 'busy', report: NO_REPORT };

/** Looks up in a person's name: each counts among the person's lookups, and one that the vendor was asked in vain for several. */
export async function lookUpFor(
  reference: Reference,
  person: Person,
  { meetings, lookupLimit: throttle, fairShare }: Services,
  options: FindOptions = {},
): Promise<Asked> {
  const seconds = await throttle.tryAcquire(person);
  if (seconds > 0) return { kind: 'throttled', seconds };
  const lookup = (await fairShare(person, () => meetings.find(reference, options))) ?? BUSY;
  if (lookup.kind === 'not-found') await throttle.recordMiss(person);
  return lookup;
}

/** The same where the person asked for the meeting themselves: it then stands among what they looked up lately. */
export async function askFor(
  reference: Reference,
  person: Person,
  services: Services,
  options: FindOptions = {},
): Promise<Asked> {
  const asked = await lookUpFor(reference, person, services, options);
  if (asked.kind === 'found') await services.recents.note(person, asked.meeting);
  return asked;
}

/** Look up, decide, render: the steps that every entry point shares once it has a reference. */
export async function answerFor(
  reference: Reference,
  person: Person,
  surface: CardSurface,
  services: Services,
  options: FindOptions = {},
): Promise<MeetingAnswer> {
  const [known, asker] = await Promise.all([
    askFor(reference, person, services, options),
    services.users.of(person, PROOF_MS),
  ]);
  const asked = surface.kind === 'shared' ? known : await withRights(known, asker.viewer, services);
  const privateWords = services.wordsOf(asker);
  if (asked.kind !== 'found') {
    return { card: withoutMeeting(asked, reference, privateWords), outcome: asked.kind, hasMeeting: false };
  }
  const outcome = asked.freshness === 'stale' ? 'stale' : 'found';
  return { card: foundCard(asked, asker, surface, services), outcome, hasMeeting: true };
}

/**
 * The same lookup, good enough to show this viewer what is theirs: for somebody whom an aged copy takes for more than the public, the
 * meeting is asked for again. Where no answer comes in time, the copy stands in.
 */
export async function withRights(asked: Asked, viewer: Viewer, { meetings }: Services): Promise<Asked> {
  if (asked.kind !== 'found' || asked.rights !== 'unchecked') return asked;
  if (audienceOf(asked.meeting, viewer) === 'public') return asked;
  const reference: Reference = { kind: 'event', eventId: asked.meeting.eventId };
  const renewed = await withinTime(RIGHTS_MS, meetings.find(reference, { maxAge: 'rights' }));
  return renewed ?? { ...asked, freshness: 'stale', rights: 'fallback' };
}

/** The card of a lookup that gave no meeting; for the one who asked. */
export function withoutMeeting(
  asked: Exclude<Asked, { kind: 'found' }>,
  reference: Reference,
  words: Words,
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
    case 'unreadable':
    case 'busy': {
      const eventId = reference.kind === 'event' ? reference.eventId : undefined;
      return failureCard({ kind: asked.kind, ...asked.report, eventId }, words);
    }
    default:
      return assertNever(asked);
  }
}
