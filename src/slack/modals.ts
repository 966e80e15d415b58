import type { ModalView } from '@slack/types';
import { lookingUpCard } from '../cards/help-card.ts';
import { modal } from '../cards/modal.ts';
import type { Words } from '../cards/words/words.ts';
import type { RequestContext } from './request-context.ts';
import { retryOnRateLimit, slackErrorOf } from './retry-on-rate-limit.ts';

/** What opens a modal: a trigger, good once and for three seconds, and whether it was pressed in a modal. */
export interface Trigger {
  readonly triggerId: string;
  readonly fromModal: boolean;
}

/** A modal that is open and waits to be filled. */
export interface OpenModal {
  fill(view: ModalView): Promise<void>;
}

/** Shows a modal at once: on top of the one that was pressed in, or alone. */
export async function showModal(
  context: Pick<RequestContext, 'client'>,
  { triggerId, fromModal }: Trigger,
  view: ModalView,
): Promise<OpenModal> {
  const { client } = context;
  const shown = { trigger_id: triggerId, view };
  const answer = await (fromModal ? client.views.push(shown) : client.views.open(shown));
  const viewId = answer.view?.id;
  return {
    async fill(next) {
      if (viewId !== undefined) await updateModal(context, viewId, next);
    },
  };
}

/** Slack's answer to `views.update` for a view that is not open any more. */
const CLOSED = 'not_found';

/** Shows another view in an open modal; does nothing where the person has closed it. */
export async function updateModal(
  { client }: Pick<RequestContext, 'client'>,
  viewId: string,
  view: ModalView,
): Promise<void> {
  await retryOnRateLimit(() => client.views.update({ view_id: viewId, view })).catch((error: unknown) => {
    if (slackErrorOf(error) !== CLOSED) throw error;
  });
}

/** A modal with a waiting line: a trigger does not live as long as a lookup may take. */
export function waitingModal(title: string, words: Words, metadata?: string): ModalView {
  return modal(title, words, lookingUpCard(words).blocks, metadata === undefined ? {} : { metadata });
}
