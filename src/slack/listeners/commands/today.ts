import type { Card } from '../../../cards/blocks.ts';
import { failureCard, throttledCard } from '../../../cards/failure-card.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { todayCard } from '../../../cards/today-card.ts';
import { PRIVATE, viewFor } from '../../../core/audience.ts';
import { daysFrom } from '../../../core/day.ts';
import type { Person } from '../../../core/person.ts';
import { secondsOf } from '../../../core/time.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import type { Services } from '../../services.ts';
import { ASKER_MS } from '../actions/action-listener.ts';

/** `/meeting today`: the person's meetings of the day that it is where they are, or why there are none to show. */
export async function todayFor(
  person: Person,
  services: Services,
): Promise<{ card: Card; outcome: OutcomeAt<'command'> }> {
  const asker = await services.users.of(person, ASKER_MS);
  const { viewer } = asker;
  const words = services.wordsOf(asker);
  if (viewer.kind === 'unproven')
    return { card: noticeCard(words.unproven[viewer.reason]), outcome: viewer.reason };
  const now = secondsOf(services.clock);
  const { from, to } = daysFrom(now, asker.zone ?? services.defaultZone, 1);
  const agenda = await services.agenda(viewer.userId, from, to);
  if (agenda.kind === 'throttled')
    return { card: throttledCard(agenda.seconds, words), outcome: agenda.kind };
  if (agenda.kind !== 'found')
    return { card: failureCard({ kind: agenda.kind, ...agenda.report }, words), outcome: agenda.kind };
  const views = agenda.meetings.map((meeting) => viewFor(meeting, viewer, PRIVATE));
  return { card: todayCard(views, words, now), outcome: 'found' };
}
