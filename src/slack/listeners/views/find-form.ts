import type { ModalView } from '@slack/types';

import { FIND_FORM, findForm } from '../../../cards/find-form.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { parseReference } from '../../../core/reference.ts';
import type { OutcomeAt } from '../../../ops/labels.ts';
import { answerFor, type MeetingAnswer } from '../../answer.ts';
import { withinTime } from '../../deadline.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { personOf } from '../../payloads/action.ts';
import type { GlobalShortcut } from '../../payloads/shortcut.ts';
import type { FindSubmission } from '../../payloads/view-submission.ts';
import { retryOnRateLimit } from '../../retry-on-rate-limit.ts';
import type { Services } from '../../services.ts';
import { FIRST_WORDS_MS } from '../actions/action-listener.ts';

/** What a form's submission can be answered with, within three seconds (docs.slack.dev, surfaces/modals). */
export type ViewAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

export type AckView = (answer: ViewAnswer) => Promise<void>;

const IN_ANSWER_MS = 1500;

/** The find shortcut: the form. */
export async function findShortcut(
  payload: GlobalShortcut,
  services: Services,
): Promise<OutcomeAt<'find_meeting'>> {
  const words = services.wordsOf(await services.users.of(personOf(payload), FIRST_WORDS_MS));
  await showModal({ triggerId: payload.trigger_id, fromModal: false }, findForm(words), services);
  return 'opened';
}

/** The form sent: a wrong value is marked at the field; the card follows in the same modal, at once or when it is there. */
export async function findSubmitted(
  payload: FindSubmission,
  ack: AckView,
  services: Services,
): Promise<OutcomeAt<'find_form'>> {
  const person = personOf(payload);
  const words = services.wordsOf(await services.users.of(person, FIRST_WORDS_MS));
  const typed = payload.view.state.values[FIND_FORM.field].meeting_find.value ?? '';
  const reference = parseReference(typed, services.linkDomains);
  if (reference.kind === 'none') {
    await ack(marked(words.noReference[reference.reason]));
    return reference.reason;
  }
  const answer = answerFor(reference, person, { kind: 'modal', thread: 'none' }, services);
  const prompt = await withinTime(IN_ANSWER_MS, answer);
  if (prompt !== undefined) {
    await ack(answered(prompt, words));
    return prompt.outcome;
  }
  await ack({ response_action: 'update', view: waitingModal(words.meeting, words) });
  const late = await answer;
  const view = modal(words.meeting, words, late.card.blocks);
  await retryOnRateLimit(() => services.client.views.update({ view_id: payload.view.id, view }));
  return late.outcome;
}

function answered({ card, outcome }: MeetingAnswer, words: Words): ViewAnswer {
  switch (outcome) {
    case 'not-found':
    case 'unknown-link':
      return marked(words.failure[outcome].what);
    default:
      return { response_action: 'update', view: modal(words.meeting, words, card.blocks) };
  }
}

function marked(sentence: string): ViewAnswer {
  return { response_action: 'errors', errors: { [FIND_FORM.field]: sentence } };
}
