import type { Card } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { showModal } from '../../modals.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { threadOf, triggerOf } from './pressed.ts';

/** Answers with an ephemeral message below the card that was pressed; with a modal where there is no message. */
export async function answerPrivately(
  context: RequestContext,
  payload: ActionPayload,
  { title, card, words }: { readonly title: string; readonly card: Card; readonly words: Words },
): Promise<void> {
  const { responseUrl, services } = context;
  const trigger = triggerOf(payload);
  if (responseUrl !== undefined) {
    await services.reply(responseUrl, { card, to: 'user', replaces: false, threadTs: threadOf(payload) });
  } else if (trigger !== undefined) {
    await showModal(context, trigger, modal(title, words, card.blocks));
  }
}
