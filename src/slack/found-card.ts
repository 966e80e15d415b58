import type { Card } from '../cards/blocks.ts';
import type { CardSurface } from '../cards/card-options.ts';
import { type Clocks, clocksOf } from '../cards/when.ts';
import { wordsFor, wordsIn } from '../cards/words/languages.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import { PROVES } from '../conference/rights.ts';
import { viewFor } from '../core/audience.ts';
import type { Reach } from '../core/channel.ts';
import { type Progress, phaseAt, type Scheduled, type Times } from '../core/schedule.ts';
import type { Settings } from '../core/settings.ts';
import { progressInCardZone, sharedSurface } from '../core/shared-surface.ts';
import { secondsOf, type UnixSeconds, unixSeconds, type ZoneName } from '../core/time.ts';
import { isOutsider, type Viewer } from '../core/viewer.ts';
import type { MeetingView, SharedView } from '../core/views.ts';
import { MENU_OPTIONS } from './menu-options.ts';
import type { Services } from './services.ts';
import type { UserProfile } from './user-profile.ts';

const MINUTE = 60;

export const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };

/** What this viewer may see of a meeting that was found: no more than the stored meeting proves. */
export function privateView(
  { meeting, rights }: FoundMeeting,
  viewer: Viewer,
  { visibility }: Pick<Settings, 'visibility'>,
): MeetingView {
  return viewFor(meeting, viewer, { kind: 'private', upTo: PROVES[rights], visibility });
}

/** What everybody in a channel may see of it, by the settings that count there. */
export function channelView({ meeting, rights }: FoundMeeting, reach: Reach, settings: Settings): SharedView {
  return viewFor(meeting, NOBODY, sharedSurface(meeting, reach, settings, rights === 'withdrawn'));
}

/** Where a card is shown; in a channel, with who reads it. */
export type FoundSurface =
  | Exclude<CardSurface, { readonly kind: 'shared' }>
  | (Extract<CardSurface, { readonly kind: 'shared' }> & { readonly reach: Reach });

/** What rendering a card takes, and the settings that count where it will stand. */
export interface CardContext {
  readonly settings: Settings;
  readonly services: Pick<Services, 'clock' | 'cards' | 'calendarLinks'>;
}

/**
 * The card of a meeting that was found, on its surface. A shared card has the public view and the channel's language. A card is rendered
 * once a minute for all readers of the same view and language.
 */
export function foundCard(
  found: FoundMeeting,
  profile: UserProfile,
  surface: FoundSurface,
  { settings, services }: CardContext,
  progress: Progress = {},
): Card {
  const { meeting, asOf, freshness } = found;
  const now = secondsOf(services.clock);
  const moment = cardMoment(meeting, now);
  const isShared = surface.kind === 'shared';
  const view = isShared
    ? channelView(found, surface.reach, settings)
    : privateView(found, profile.viewer, settings);
  // The address gives whoever has it the file for everybody in the company; others are sent theirs.
  const hasLink = !isShared && !isOutsider(profile.viewer) && settings.visibility === 'everyone';
  return services.cards({
    ...(isShared ? progressInCardZone(progress, settings) : progress),
    view,
    locale: (isShared ? wordsIn(settings.locale) : wordsFor(profile.locale, settings.locale)).locale,
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
