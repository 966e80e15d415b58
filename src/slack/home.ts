import { type HomeAgenda, homeView } from '../cards/home-view.ts';
import type { Words } from '../cards/words/words.ts';
import { byDay } from '../core/agenda.ts';
import { PRIVATE, viewFor } from '../core/audience.ts';
import { daysFrom } from '../core/day.ts';
import { secondsOf, type ZoneName } from '../core/time.ts';
import { MENU_OPTIONS } from './menu-options.ts';
import type { RequestContext } from './request-context.ts';
import { retryOnRateLimit } from './retry-on-rate-limit.ts';
import type { Services } from './services.ts';
import { REQUIRED_PROFILE_MS } from './time-limits.ts';
import type { UserProfile } from './user-profile.ts';

const DAYS = 7;

/** Builds the actor's Home tab and publishes it. */
export async function publishHome(context: RequestContext): Promise<HomeAgenda['kind']> {
  const { actor, client, services, settings } = context;
  const [profile, recents] = await Promise.all([
    context.profile(REQUIRED_PROFILE_MS),
    services.recents.list(actor),
  ]);
  const words = services.wordsOf(profile);
  const zone = profile.zone ?? settings.zone;
  const agenda = await agendaOf(profile, zone, words, services);
  const view = homeView({ recents, agenda, zone, now: secondsOf(services.clock), menu: MENU_OPTIONS }, words);
  await retryOnRateLimit(() => client.views.publish({ user_id: actor.userId, view }));
  return agenda.kind;
}

async function agendaOf(
  { viewer }: UserProfile,
  zone: ZoneName,
  words: Words,
  services: Services,
): Promise<HomeAgenda> {
  if (viewer.kind === 'unproven') return { kind: 'not-known', why: words.unproven[viewer.reason] };
  const now = secondsOf(services.clock);
  const { from, to } = daysFrom(now, zone, DAYS);
  const agenda = await services.agenda(viewer.userId, from, to);
  if (agenda.kind !== 'found') return { kind: 'failed' };
  const coming = agenda.meetings.filter(({ end, start }) => (end ?? start) >= now);
  const views = coming.map((meeting) => viewFor(meeting, viewer, PRIVATE));
  return { kind: 'days', days: byDay(views, zone) };
}
