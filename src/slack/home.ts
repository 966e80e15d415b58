import type { HomeView } from '@slack/types';
import type { HomeAgenda } from '../cards/home-agenda.ts';
import { homeView, type ListedReminder } from '../cards/home-view.ts';
import type { Words } from '../cards/words/words.ts';
import type { AccountOverview, AccountState } from '../core/account-state.ts';
import { byDay } from '../core/agenda.ts';
import { PRIVATE, viewFor } from '../core/audience.ts';
import { daysFrom } from '../core/day.ts';
import type { EventId } from '../core/ids.ts';
import { writeReminderName } from '../core/reminder.ts';
import { fallbackZone } from '../core/settings.ts';
import { secondsOf, type ZoneName } from '../core/time.ts';
import type { NamedReminder } from '../tracking/reminders/reminder-store.ts';
import { MENU_OPTIONS } from './menu-options.ts';
import type { Published } from './open-homes.ts';
import { recentFor } from './recent-for.ts';
import type { RequestContext } from './request-context.ts';
import { retryOnRateLimit, slackErrorOf } from './retry-on-rate-limit.ts';
import { REQUIRED_PROFILE_MS } from './time-limits.ts';
import type { UserProfile } from './user-profile.ts';

const DAYS = 7;

/** A Home tab that was built, and what its agenda came to. */
interface BuiltHome {
  readonly view: HomeView;
  readonly agenda: HomeAgenda['kind'];
}

/** Builds the actor's Home tab and publishes it. */
export async function publishHome(context: RequestContext): Promise<HomeAgenda['kind']> {
  const { view, agenda } = await builtHome(context);
  const published = await retryOnRateLimit(() => publish(context, view, undefined));
  if (published !== 'conflict') await context.services.openHomes.published(context.actor, view, published);
  return agenda;
}

/** The same, where they have it open and it does not show this already. Where Slack limits the app, it waits for the next time. */
export async function updateHome(context: RequestContext): Promise<void> {
  await context.services.openHomes.update(
    context.actor,
    async () => (await builtHome(context)).view,
    (view, hash) => publish(context, view, hash),
  );
}

/** Slack's answer where something else was published over what the hash belongs to (docs.slack.dev, methods/views.publish). */
const CONFLICT = 'hash_conflict';

async function publish(
  { actor, client }: Pick<RequestContext, 'actor' | 'client'>,
  view: HomeView,
  hash: string | undefined,
): Promise<Published | 'conflict'> {
  const given = { user_id: actor.userId, view, ...(hash === undefined ? {} : { hash }) };
  try {
    const answer = await client.views.publish(given);
    return { hash: answer.view?.hash };
  } catch (error) {
    if (slackErrorOf(error) === CONFLICT) return 'conflict';
    throw error;
  }
}

async function builtHome(context: RequestContext): Promise<BuiltHome> {
  const { actor, services, settings, tenant } = context;
  const [profile, recentMeetings, reminders] = await Promise.all([
    context.profile(REQUIRED_PROFILE_MS),
    services.recents.list(actor),
    services.tracking.reminders.list(actor),
  ]);
  const words = context.wordsOf(profile);
  const zone = profile.zone ?? fallbackZone(settings);
  const agenda: HomeAgenda =
    tenant.conference === undefined ? { kind: 'no-account' } : await agendaOf(profile, zone, words, context);
  const account = profile.standing === 'admin' ? await accountOverview(context) : undefined;
  const recents = recentMeetings.map((recent) => recentFor(recent, settings));
  const known = [
    ...recents,
    ...(agenda.kind === 'days' ? agenda.days.flatMap(({ meetings }) => meetings) : []),
  ];
  const view = homeView(
    {
      recents,
      agenda,
      reminders: reminders === undefined ? 'unknown' : listed(reminders, known, words),
      zone,
      now: secondsOf(services.clock),
      menu: MENU_OPTIONS,
      account,
      supportUrl: services.supportUrl,
    },
    words,
  );
  return { view, agenda: agenda.kind };
}

/** Where the environment gives the one account, no admin can connect another. */
async function accountOverview({ services, tenant }: RequestContext): Promise<AccountOverview> {
  const state: AccountState = (await services.account?.state()) ?? {
    kind: tenant.conference === undefined ? 'none' : 'deployment',
  };
  return { state, lastFailure: services.lastFailure() };
}

/** Titles are not stored with reminders: what else is on the page knows most of them, and others go by their number. */
function listed(
  reminders: readonly NamedReminder[],
  known: readonly { readonly eventId: EventId; readonly title?: string | undefined }[],
  words: Words,
): ListedReminder[] {
  const titles = new Map(
    known.flatMap(({ eventId, title }) => (title === undefined ? [] : [[eventId, title]])),
  );
  return reminders.map(({ name, reminder: { at, minutes } }) => ({
    id: writeReminderName(name),
    title: titles.get(name.event) ?? words.meetingNumber(name.event),
    start: at.start,
    minutes,
  }));
}

async function agendaOf(
  { viewer }: UserProfile,
  zone: ZoneName,
  words: Words,
  { services, settings: { visibility } }: Pick<RequestContext, 'services' | 'settings'>,
): Promise<HomeAgenda> {
  if (viewer.kind === 'unproven') return { kind: 'not-known', why: words.unproven[viewer.reason] };
  const now = secondsOf(services.clock);
  const { from, to } = daysFrom(now, zone, DAYS);
  const agenda = await services.agenda(viewer.userId, from, to);
  if (agenda.kind !== 'found') return { kind: 'failed' };
  const coming = agenda.meetings.filter(({ end, start = now }) => (end ?? start) >= now);
  const views = coming.map((meeting) => viewFor(meeting, viewer, { ...PRIVATE, visibility }));
  return { kind: 'days', days: byDay(views, zone) };
}
