import type { ModalView } from '@slack/types';
import { modal } from '../../../cards/modal.ts';
import { type PeoplePage, peopleModal, readPeoplePage } from '../../../cards/people-modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { peopleOf } from '../../../core/audience.ts';
import type { Reference } from '../../../core/reference.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { type Asked, askFor, withoutMeeting } from '../../answer.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { personOf } from '../../payloads/action.ts';
import { retryOnRateLimit } from '../../retry-on-rate-limit.ts';
import { type ActionListener, ASKER_MS, FIRST_WORDS_MS, meetingOf, triggerOf } from './action-listener.ts';

/** *People*: a modal with who was invited. */
export const people: ActionListener<OutcomeAt<'meeting_people'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  const trigger = triggerOf(payload);
  if (reference === undefined || trigger === undefined) return 'nothing-to-do';
  const words = services.wordsOf(await services.users.of(personOf(payload), FIRST_WORDS_MS));
  const opened = await showModal(trigger, waitingModal(words.people, words), services);
  const lookup = await askFor(reference, personOf(payload), services);
  const { outcome, view } = page({ eventId: reference.eventId, page: 1 }, lookup, words);
  await opened.fill(view);
  return outcome;
};

/** *Next* and *Previous* in that modal: out of the copy, and a lookup of the person's only where that is no longer fresh. */
export const turnPeoplePage: ActionListener<OutcomeAt<'meeting_people_page'>> = async (payload, services) => {
  const asked = readPeoplePage(payload.actions[0].value ?? '');
  const open = payload.view;
  if (asked === undefined || open === undefined) return 'nothing-to-do';
  const words = services.wordsOf(await services.users.of(personOf(payload), ASKER_MS));
  const lookup =
    (await services.meetings.fresh(asked.eventId)) ??
    (await askFor({ kind: 'event', eventId: asked.eventId }, personOf(payload), services));
  const { outcome, view } = page(asked, lookup, words);
  await retryOnRateLimit(() => services.client.views.update({ view_id: open.id, view }));
  return outcome;
};

function page(asked: PeoplePage, lookup: Asked, words: Words): { outcome: Asked['kind']; view: ModalView } {
  const reference: Reference = { kind: 'event', eventId: asked.eventId };
  const view =
    lookup.kind === 'found'
      ? peopleModal(lookup.meeting.title, peopleOf(lookup.meeting), asked, words)
      : modal(words.people, words, withoutMeeting(lookup, reference, words).blocks);
  return { outcome: lookup.kind, view };
}
