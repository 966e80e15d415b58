import type { ModalView } from '@slack/types';
import { modal } from '../../../cards/modal.ts';
import { type PeoplePage, peopleModal } from '../../../cards/people-modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { peopleOf } from '../../../core/audience.ts';
import type { NoMeeting } from '../../look-up.ts';
import type { RequestContext } from '../../request-context.ts';
import { withMeeting } from '../../with-meeting.ts';

/** A page of a meeting's people, and what came of it. */
export interface PeopleView {
  readonly view: ModalView;
  readonly outcome: 'found' | NoMeeting['kind'];
}

export function foundPeople({ meeting }: FoundMeeting, page: PeoplePage, words: Words): PeopleView {
  return { view: peopleModal(meeting.title, peopleOf(meeting), page, words), outcome: 'found' };
}

/** The same for a meeting that is looked up, in the language that is known by `wordsMs`. */
export function peopleView(context: RequestContext, page: PeoplePage, wordsMs: number): Promise<PeopleView> {
  return withMeeting<PeopleView>(
    context,
    { kind: 'event', eventId: page.eventId },
    {
      profileMs: wordsMs,
      rights: 'as-stored',
      found: (meeting, { words }) => foundPeople(meeting, page, words),
      notFound: ({ card, outcome }, { words }) => ({
        view: modal(words.people, words, card.blocks),
        outcome,
      }),
    },
  );
}
