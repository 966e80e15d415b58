import type { Card } from '../../../cards/blocks.ts';
import { failureCard, throttledCard } from '../../../cards/failure-card.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { todayCard } from '../../../cards/today-card.ts';
import type { Agenda } from '../../../conference/agenda.ts';
import { PRIVATE, viewFor } from '../../../core/audience.ts';
import { daysFrom } from '../../../core/day.ts';
import { fallbackZone } from '../../../core/settings.ts';
import { secondsOf } from '../../../core/time.ts';
import type { UnprovenReason } from '../../../core/viewer.ts';
import { noAccountCard } from '../../no-meeting-card.ts';
import type { RequestContext } from '../../request-context.ts';
import { PROFILE_MS } from '../../time-limits.ts';

/** A card, and a fixed word for what it says. */
export interface TodayAnswer {
  readonly card: Card;
  readonly outcome: Agenda['kind'] | UnprovenReason;
}

/** `/meeting today`: the person's meetings of the day that it is where they are, or why there are none to show. */
export async function todayAnswer(context: RequestContext): Promise<TodayAnswer> {
  const { services, settings, tenant } = context;
  const profile = await context.profile(PROFILE_MS);
  const { viewer } = profile;
  const words = context.wordsOf(profile);
  if (tenant.conference === undefined)
    return { card: noAccountCard(words, profile.standing), outcome: 'no-account' };
  if (viewer.kind === 'unproven')
    return { card: noticeCard(words.unproven[viewer.reason]), outcome: viewer.reason };
  const now = secondsOf(services.clock);
  const { from, to } = daysFrom(now, profile.zone ?? fallbackZone(settings), 1);
  const agenda = await services.agenda(viewer.userId, from, to);
  if (agenda.kind === 'throttled')
    return { card: throttledCard(agenda.seconds, words), outcome: agenda.kind };
  if (agenda.kind !== 'found') {
    const report = agenda.kind === 'no-account' ? {} : agenda.report;
    return { card: failureCard({ kind: agenda.kind, ...report }, words), outcome: agenda.kind };
  }
  const views = agenda.meetings.map((meeting) =>
    viewFor(meeting, viewer, { ...PRIVATE, visibility: settings.visibility }),
  );
  return { card: todayCard(views, words, now), outcome: 'found' };
}
