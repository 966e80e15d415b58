import { helpCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { parseReference, type Reference, unescapeSlack } from '../../../core/reference.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { type AnswerOutcome, answerFor } from '../../answer.ts';
import { readModalMetadata, writeModalMetadata } from '../../modal-metadata.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { type ActionPayload, personOf } from '../../payloads/action.ts';
import type { Services } from '../../services.ts';
import { type ActionListener, ASKER_MS, FIRST_WORDS_MS, meetingOf, triggerOf } from './action-listener.ts';

/** *Details*: the full card in a modal, in the view of the one who pressed. */
export const details: ActionListener<OutcomeAt<'meeting_details'>> = async (payload, services) => {
  const reference = meetingOf(payload);
  return reference === undefined ? 'nothing-to-do' : showDetails(reference, payload, services);
};

/** The find field of the Home tab, sent with Enter. */
export const findFromHome: ActionListener<OutcomeAt<'meeting_find'>> = async (payload, services) => {
  const typed = payload.actions[0].value ?? '';
  const reference = parseReference(typed, services.linkDomains);
  if (reference.kind !== 'none') return showDetails(reference, payload, services);
  const trigger = triggerOf(payload);
  if (trigger === undefined) return 'nothing-to-do';
  const words = services.wordsOf(await services.users.of(personOf(payload), ASKER_MS));
  const { blocks } = helpCard(reference.reason, unescapeSlack(typed), words);
  await showModal(trigger, modal(words.findMeeting, words, blocks), services);
  return reference.reason;
};

async function showDetails(
  reference: Reference,
  payload: ActionPayload,
  services: Services,
): Promise<AnswerOutcome | 'nothing-to-do'> {
  const trigger = triggerOf(payload);
  if (trigger === undefined) return 'nothing-to-do';
  const person = personOf(payload);
  const memory = readModalMetadata(payload.view?.private_metadata);
  const metadata = memory === undefined ? '' : writeModalMetadata(memory);
  const first = services.wordsOf(await services.users.of(person, FIRST_WORDS_MS));
  const opened = await showModal(trigger, waitingModal(first.meeting, first, metadata), services);
  const thread = memory === undefined ? 'none' : 'can-post';
  const { card, outcome } = await answerFor(reference, person, { kind: 'modal', thread }, services);
  const words = services.wordsOf(await services.users.of(person, ASKER_MS));
  await opened.fill(modal(words.meeting, words, card.blocks, { metadata }));
  return outcome;
}
