import type { ModalView } from '@slack/types';
import { modal } from '../../cards/modal.ts';
import { type PeoplePage, peopleModal, readPeoplePage } from '../../cards/people-modal.ts';
import type { Words } from '../../cards/words/words.ts';
import { peopleOf } from '../../core/audience.ts';
import type { Reference } from '../../core/reference.ts';
import { askFor, withoutMeeting } from '../answer.ts';
import { showModal, waitingModal } from '../modals.ts';
import { patiently } from '../patience.ts';
import { type ActionPayload, personOf } from '../payloads/action.ts';
import type { Services } from '../services.ts';
import { type ActionListener, ASKER_MS, FIRST_WORDS_MS, meetingOf, triggerOf } from './action-listener.ts';

/** *People*: a modal with who was invited. */
export const people: ActionListener = async (payload, services) => {
  const reference = meetingOf(payload);
  const trigger = triggerOf(payload);
  if (reference === undefined || trigger === undefined) return 'nothing-to-do';
  const words = services.wordsOf(await services.askers.of(personOf(payload), FIRST_WORDS_MS));
  const opened = await showModal(trigger, waitingModal(words.people, words), services);
  const { outcome, view } = await page({ eventId: reference.eventId, page: 1 }, payload, words, services);
  await opened.fill(view);
  return outcome;
};

/** *Next* and *Previous* in that modal. */
export const turnPeoplePage: ActionListener = async (payload, services) => {
  const asked = readPeoplePage(payload.actions[0].value ?? '');
  const open = payload.view;
  if (asked === undefined || open === undefined) return 'nothing-to-do';
  const words = services.wordsOf(await services.askers.of(personOf(payload), ASKER_MS));
  const { outcome, view } = await page(asked, payload, words, services);
  await patiently(() => services.client.views.update({ view_id: open.id, view }));
  return outcome;
};

async function page(
  asked: PeoplePage,
  payload: ActionPayload,
  words: Words,
  services: Services,
): Promise<{ outcome: string; view: ModalView }> {
  const reference: Reference = { kind: 'event', eventId: asked.eventId };
  const lookup = await askFor(reference, personOf(payload), services);
  const view =
    lookup.kind === 'found'
      ? peopleModal(lookup.meeting.title, peopleOf(lookup.meeting), asked, words)
      : modal(words.people, words, withoutMeeting(lookup, reference, words).blocks);
  return { outcome: lookup.kind, view };
}
