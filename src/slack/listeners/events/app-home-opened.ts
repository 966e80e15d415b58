import { type HomeAgenda, homeView } from '../../../cards/home-view.ts';
import type { Words } from '../../../cards/words/words.ts';
import { byDay } from '../../../core/agenda.ts';
import { PRIVATE, viewFor } from '../../../core/audience.ts';
import { daysFrom } from '../../../core/day.ts';
import type { Person } from '../../../core/person.ts';
import { secondsOf, type ZoneName } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { personOf } from '../../payloads/action.ts';
import type { HomeOpenedEvent } from '../../payloads/event.ts';
import { retryOnRateLimit } from '../../retry-on-rate-limit.ts';
import type { Services } from '../../services.ts';
import type { UserProfile } from '../../user-directory.ts';
import type { ActionListener } from '../actions/action-listener.ts';

const PROOF_MS = 2400;
const DAYS = 7;

/** The Home tab was opened: it is built anew. */
export async function homeOpened(
  { event, team_id }: HomeOpenedEvent,
  services: Services,
): Promise<OutcomeAt<'event'>> {
  if (event.tab !== 'home') return 'left-alone';
  return publishHome({ userId: event.user, teamId: team_id }, services);
}

export const homeRefresh: ActionListener<OutcomeAt<'meeting_home_refresh'>> = async (payload, services) =>
  publishHome(personOf(payload), services);

/** *Clear this list*: what the person looked up is forgotten. */
export const homeClear: ActionListener<OutcomeAt<'meeting_home_clear'>> = async (payload, services) => {
  await services.recents.clear(personOf(payload));
  return publishHome(personOf(payload), services);
};

async function publishHome(person: Person, services: Services): Promise<HomeAgenda['kind']> {
  const [asker, recents] = await Promise.all([
    services.users.of(person, PROOF_MS),
    services.recents.list(person),
  ]);
  const words = services.wordsOf(asker);
  const zone = asker.zone ?? services.defaultZone;
  const agenda = await agendaOf(asker, zone, words, services);
  const view = homeView({ recents, agenda, zone, now: secondsOf(services.clock) }, words);
  await retryOnRateLimit(() => services.client.views.publish({ user_id: person.userId, view }));
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
  return {
    kind: 'days',
    days: byDay(
      coming.map((meeting) => viewFor(meeting, viewer, PRIVATE)),
      zone,
    ),
  };
}
