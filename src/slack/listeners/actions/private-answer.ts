import type { Card } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { showModal, waitingModal } from '../../modals.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
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

/** An answer, in the language of whoever reads it. */
interface Readable {
  readonly card: Card;
  readonly words: Words;
}

/** The same for an answer that takes time: the modal opens at once, before its trigger is too old, and is filled when the answer is there. */
export async function answerPrivatelyLater<A extends Readable>(
  context: RequestContext,
  payload: ActionPayload,
  titleIn: (words: Words) => string,
  work: () => Promise<A>,
): Promise<A> {
  const { responseUrl } = context;
  const trigger = triggerOf(payload);
  if (responseUrl !== undefined || trigger === undefined) {
    const answer = await work();
    const { card, words } = answer;
    await answerPrivately(context, payload, { title: titleIn(words), card, words });
    return answer;
  }
  const first = await context.words(FIRST_WORDS_MS);
  const opened = await showModal(context, trigger, waitingModal(titleIn(first), first));
  const answer = await work();
  const { card, words } = answer;
  await opened.fill(modal(titleIn(words), words, card.blocks));
  return answer;
}
