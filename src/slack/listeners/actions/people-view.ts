import type { ModalView } from '@slack/types';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { type PeoplePage, peopleModal } from '../../../cards/people-modal.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { peopleOf, seesPeople, seesWhoIsIn } from '../../../core/view-fields.ts';
import { isOutsider } from '../../../core/viewer.ts';
import { withTimeout } from '../../../lib/with-timeout.ts';
import { privateView } from '../../found-card.ts';
import type { NoMeeting } from '../../look-up.ts';
import type { RequestContext } from '../../request-context.ts';
import { PRESENT_NAMES_MS, PROFILE_MS } from '../../time-limits.ts';
import { type Reader, withMeeting } from '../../with-meeting.ts';

/** The outcomes for a person of another company, and for one who is not on the list where only invited people see meetings. */
export const NO_PEOPLE = ['not-for-outsiders', 'not-invited'] as const;

/** A page of a meeting's people, and what came of it. */
export interface PeopleView {
  readonly view: ModalView;
  readonly outcome: 'found' | (typeof NO_PEOPLE)[number] | NoMeeting['kind'];
}

/** With the names of those who are in the meeting now, for a reader on its list, on the first page. */
export async function foundPeople(
  { services, settings }: RequestContext,
  found: FoundMeeting,
  page: PeoplePage,
  { profile, words }: Reader,
): Promise<PeopleView> {
  const { meeting } = found;
  const view = privateView(found, profile.viewer, settings);
  if (!seesPeople(view)) {
    const isOutside = isOutsider(profile.viewer);
    const { blocks } = noticeCard(isOutside ? words.peopleNotForOutsiders : words.peopleOnlyForInvited);
    const outcome = isOutside ? 'not-for-outsiders' : 'not-invited';
    return { view: modal(words.people, words, blocks), outcome };
  }
  const isAsked = page.page === 1 && seesWhoIsIn(view);
  const names = isAsked
    ? await withTimeout(PRESENT_NAMES_MS, services.presentNames(page.eventId))
    : undefined;
  return { view: peopleModal(meeting.title, peopleOf(meeting), page, words, names), outcome: 'found' };
}

/** The same for a meeting that is looked up. */
export function peopleView(context: RequestContext, page: PeoplePage): Promise<PeopleView> {
  return withMeeting<PeopleView>(
    context,
    { kind: 'event', eventId: page.eventId },
    {
      profileMs: PROFILE_MS,
      rights: 'renewed',
      found: (meeting, reader) => foundPeople(context, meeting, page, reader),
      notFound: ({ card, outcome }, { words }) => ({
        view: modal(words.people, words, card.blocks),
        outcome,
      }),
    },
  );
}
