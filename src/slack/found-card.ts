import type { Card } from '../cards/blocks.ts';
import type { CardSurface } from '../cards/card-options.ts';
import { type Clocks, clocksOf } from '../cards/when.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import { PROVES } from '../conference/rights.ts';
import { type Surface, viewFor } from '../core/audience.ts';
import type { Reach } from '../core/channel.ts';
import { type Progress, phaseAt, type Scheduled, type Times } from '../core/schedule.ts';
import { secondsOf, type UnixSeconds, unixSeconds, type ZoneName } from '../core/time.ts';
import { isOutsider, type Viewer } from '../core/viewer.ts';
import type { View } from '../core/views.ts';
import { MENU_OPTIONS } from './menu-options.ts';
import type { Services } from './services.ts';
import type { UserProfile } from './user-profile.ts';

const MINUTE = 60;

export const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

/** What this viewer may see of a meeting that was found: no more than the stored meeting proves. */
export function privateView({ meeting, rights }: FoundMeeting, viewer: Viewer): View {
  return viewFor(meeting, viewer, { kind: 'private', upTo: PROVES[rights] });
}

/** The surface of a channel for a meeting that was found. After a refusal of the vendor it does not show the attendee password. */
export function sharedSurface(
  { rights }: FoundMeeting,
  reach: Reach,
  { settings }: Pick<Services, 'settings'>,
): Surface & { kind: 'shared' } {
  const showsAttendeePassword = settings.showsAttendeePassword && rights !== 'withdrawn';
  return { kind: 'shared', reach, showsAttendeePassword };
}

/** Where a card is shown; in a channel, with who reads it. */
export type FoundSurface =
  | Exclude<CardSurface, { readonly kind: 'shared' }>
  | (Extract<CardSurface, { readonly kind: 'shared' }> & { readonly reach: Reach });

/** What rendering a card takes. */
export type CardServices = Pick<
  Services,
  'clock' | 'settings' | 'sharedWords' | 'wordsOf' | 'cards' | 'calendarLinks'
>;

/**
 * The card of a meeting that was found, on its surface. A shared card has the public view and the deployment's language. A card is rendered
 * once a minute for all readers of the same view and language.
 */
export function foundCard(
  found: FoundMeeting,
  profile: UserProfile,
  surface: FoundSurface,
  services: CardServices,
  progress: Progress = {},
): Card {
  const { meeting, asOf, freshness } = found;
  const now = secondsOf(services.clock);
  const moment = cardMoment(meeting, now);
  const isShared = surface.kind === 'shared';
  // The address gives whoever has it the file for people of the company; others are sent theirs.
  const hasLink = !isShared && !isOutsider(profile.viewer);
  return services.cards({
    ...progress,
    view: isShared
      ? viewFor(meeting, NOBODY, sharedSurface(found, surface.reach, services))
      : privateView(found, profile.viewer),
    locale: (isShared ? services.sharedWords : services.wordsOf(profile)).locale,
    now: moment,
    asOf,
    stale: freshness === 'stale',
    surface: isShared ? { kind: 'shared', sharedBy: surface.sharedBy } : surface,
    clocks: isShared ? undefined : clocksShown([meeting, progress.next], profile.zone),
    menu: MENU_OPTIONS,
    calendarLink: hasLink ? services.calendarLinks?.make(meeting.eventId, now) : undefined,
  });
}

/** One clock only where all the times of the card are the same on both. */
function clocksShown(times: readonly (Times | undefined)[], zone: ZoneName | undefined): Clocks {
  const isOne = times.every((each) => each === undefined || clocksOf(each, zone) === 'one');
  return isOne ? 'one' : 'both';
}

/** The start of the minute, so that cards of one minute are equal; `now` itself where the phase changed within this minute. */
function cardMoment(meeting: Scheduled, now: UnixSeconds): UnixSeconds {
  const minute = unixSeconds(now - (now % MINUTE));
  return minute !== undefined && phaseAt(meeting, minute) === phaseAt(meeting, now) ? minute : now;
}
