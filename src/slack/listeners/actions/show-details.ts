import { modal } from '../../../cards/modal.ts';
import { type AskedReference, askedAnswer } from '../../asked-answer.ts';
import { readModalMetadata, writeModalMetadata } from '../../modal-metadata.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import type { MeetingAnswer } from '../../with-meeting.ts';
import { triggerOf } from './pressed.ts';

/** The full card in a modal, in the view of the person who pressed. */
export async function showDetails(
  context: RequestContext,
  payload: ActionPayload,
  asked: AskedReference,
): Promise<MeetingAnswer['outcome'] | typeof NOTHING> {
  const trigger = triggerOf(payload);
  if (trigger === undefined) return NOTHING;
  const origin = readModalMetadata(payload.view?.private_metadata);
  const metadata = origin === undefined ? '' : writeModalMetadata(origin);
  const first = await context.words(FIRST_WORDS_MS);
  const opened = await showModal(context, trigger, waitingModal(first.meeting, first, metadata));
  const thread = origin === undefined ? 'none' : 'can-post';
  const { card, outcome, words } = await askedAnswer(context, asked, { kind: 'modal', thread });
  await opened.fill(modal(words.meeting, words, card.blocks, { metadata }));
  return outcome;
}
