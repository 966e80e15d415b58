import type { Card } from '../cards/blocks.ts';
import { type CardSurface, meetingCard } from '../cards/meeting-card.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import { PROVES } from '../conference/rights.ts';
import { type Surface, viewCacheKey, viewFor } from '../core/audience.ts';
import { phaseAt } from '../core/schedule.ts';
import { secondsOf } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { View } from '../core/views.ts';
import type { Services } from './services.ts';
import type { UserProfile } from './user-profile.ts';

const MINUTE = 60;

export const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

/** What this viewer may see of a meeting that was found: no more than its copy proves. */
export function privateView({ meeting, rights }: FoundMeeting, viewer: Viewer): View {
  return viewFor(meeting, viewer, { kind: 'private', upTo: PROVES[rights] });
}

/** The surface of a channel for a meeting that was found: a refusal withdraws the attendee password from there too. */
export function sharedSurface({ rights }: FoundMeeting, { shared }: Services): Surface & { kind: 'shared' } {
  return rights === 'withdrawn' ? { ...shared, showsAttendeePassword: false } : shared;
}

/**
 * The card of a meeting that was found, on its surface: a shared one gets the public view and the deployment's words. Within a minute, while
 * the phase stays, a reader of the same view gets the card that was made before; only its countdown could differ, by less than that minute.
 */
export function foundCard(
  found: FoundMeeting,
  asker: UserProfile,
  surface: CardSurface,
  services: Services,
): Card {
  const { meeting, asOf, freshness, rights } = found;
  const now = secondsOf(services.clock);
  const isShared = surface.kind === 'shared';
  const words = isShared ? services.sharedWords : services.wordsOf(asker);
  const reader = isShared ? '' : viewCacheKey(meeting, asker.viewer, PROVES[rights]);
  const moment = `${Math.floor(now / MINUTE)} ${phaseAt(meeting, now)} ${asOf} ${freshness} ${rights}`;
  const terms = `${moment} ${words.locale} ${reader} ${termsOf(surface)}`;
  return services.cards(meeting, terms, () => {
    const options = { words, now, asOf, stale: freshness === 'stale', surface };
    if (isShared) return meetingCard(viewFor(meeting, NOBODY, sharedSurface(found, services)), options);
    const calendarLink = services.calendarLinks?.make(meeting.eventId, now);
    return meetingCard(privateView(found, asker.viewer), { ...options, calendarLink });
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
