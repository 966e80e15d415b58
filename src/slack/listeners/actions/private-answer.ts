import type { Card } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { showModal } from '../../modals.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { Services } from '../../services.ts';
import { threadOf, triggerOf } from './action-listener.ts';

/** An ephemeral message beside the card that was pressed; a modal where there is no message to stand beside. */
export async function answerPrivately(
  payload: ActionPayload,
  { title, card }: { readonly title: string; readonly card: Card },
  words: Words,
  services: Services,
): Promise<void> {
  const { response_url } = payload;
  const trigger = triggerOf(payload);
  if (response_url !== undefined) {
    await services.reply(response_url, { card, to: 'user', replaces: false, threadTs: threadOf(payload) });
  } else if (trigger !== undefined) {
    await showModal(trigger, modal(title, words, card.blocks), services);
  }
}
