import type { PersonId } from '../cache/keys.ts';
import type { Card } from '../cards/blocks.ts';
import { failureCard, throttledCard } from '../cards/failure-card.ts';
import { type CardSurface, meetingCard } from '../cards/meeting-card.ts';
import type { Words } from '../cards/words/words.ts';
import { PRIVATE, viewClassOf, viewFor } from '../core/audience.ts';
import { assertNever } from '../core/brand.ts';
import type { Reference } from '../core/reference.ts';
import { phaseAt } from '../core/schedule.ts';
import { secondsOf } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { FindOptions, FoundMeeting, Lookup } from '../meetings/lookup.ts';
import type { Asker } from './asker.ts';
import type { Services } from './services.ts';

/** A lookup in somebody's name: theirs may be refused for a while. */
export type Asked = Lookup | { readonly kind: 'throttled'; readonly seconds: number };

/** A fixed word for what came of a question. */
export type Outcome = 'found' | 'stale' | Exclude<Asked['kind'], 'found'>;

/** A card for somebody, and what it is. */
export interface Answered {
  readonly card: Card;
  readonly outcome: Outcome;
  /** Whether the card shows a meeting. */
  readonly hasMeeting: boolean;
}

/** A card that waits for a proof of who asks no longer than this; it comes with the public view then. */
const PROOF_MS = 1200;

const MINUTE = 60;

export const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

/** Looks up in a person's name: each counts among the person's lookups, and one that the vendor was asked in vain for several. */
export async function lookUpFor(
  reference: Reference,
  person: PersonId,
  { meetings, throttle }: Services,
  options: FindOptions = {},
): Promise<Asked> {
  const seconds = await throttle.admit(person);
  if (seconds > 0) return { kind: 'throttled', seconds };
  const lookup = await meetings.find(reference, options);
  if (lookup.kind === 'not-found') await throttle.missed(person);
  return lookup;
}

/** The same where the person asked for the meeting themselves: it then stands among what they looked up lately. */
export async function askFor(
  reference: Reference,
  person: PersonId,
  services: Services,
  options: FindOptions = {},
): Promise<Asked> {
  const asked = await lookUpFor(reference, person, services, options);
  if (asked.kind === 'found') await services.recents.note(person, asked.meeting);
  return asked;
}

/** Look up, decide, render: the steps that every door shares once it has a reference. */
export async function answerFor(
  reference: Reference,
  person: PersonId,
  surface: CardSurface,
  services: Services,
  options: FindOptions = {},
): Promise<Answered> {
  const [asked, asker] = await Promise.all([
    askFor(reference, person, services, options),
    services.askers.of(person, PROOF_MS),
  ]);
  const privateWords = services.wordsOf(asker);
  if (asked.kind !== 'found') {
    return { card: withoutMeeting(asked, reference, privateWords), outcome: asked.kind, hasMeeting: false };
  }
  const outcome = asked.freshness === 'stale' ? 'stale' : 'found';
  return { card: foundCard(asked, asker, surface, services), outcome, hasMeeting: true };
}

/**
 * The card of a meeting that was found, on its surface: a shared one gets the public view and the deployment's words. Within a minute, while
 * the phase stays, a reader of the same view gets the card that was made before; only its countdown could differ, by less than that minute.
 */
export function foundCard(found: FoundMeeting, asker: Asker, surface: CardSurface, services: Services): Card {
  const { meeting, asOf, freshness } = found;
  const now = secondsOf(services.clock);
  const isShared = surface.kind === 'shared';
  const words = isShared ? services.sharedWords : services.wordsOf(asker);
  const reader = isShared ? '' : viewClassOf(meeting, asker.viewer);
  const moment = `${Math.floor(now / MINUTE)} ${phaseAt(meeting, now)} ${asOf} ${freshness}`;
  const terms = `${moment} ${words.locale} ${reader} ${termsOf(surface)}`;
  return services.cards(meeting, terms, () => {
    const options = { words, now, asOf, stale: freshness === 'stale', surface };
    if (isShared) return meetingCard(viewFor(meeting, NOBODY, services.shared), options);
    const calendarLink = services.calendarLinks?.make(meeting.eventId, now);
    return meetingCard(viewFor(meeting, asker.viewer, PRIVATE), { ...options, calendarLink });
  });
}

function termsOf(surface: CardSurface): string {
  switch (surface.kind) {
    case 'private':
      return 'private';
    case 'modal':
      return `modal ${surface.thread}`;
    case 'shared':
      return `shared ${surface.sharedBy ?? ''}`;
  }
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
    case 'unreadable': {
      const eventId = reference.kind === 'event' ? reference.eventId : undefined;
      return failureCard({ kind: asked.kind, ...asked.report, eventId }, words);
    }
    default:
      return assertNever(asked);
  }
}
