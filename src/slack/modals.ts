import type { ModalView } from '@slack/types';
import { lookingUpCard } from '../cards/help-card.ts';
import { modal } from '../cards/modal.ts';
import type { Words } from '../cards/words/words.ts';
import { retryOnRateLimit } from './retry-on-rate-limit.ts';
import type { Services } from './services.ts';

/** What opens a modal: a trigger, good once and for three seconds, and the view it was pressed in, if any. */
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
  { triggerId, fromModal }: Trigger,
  view: ModalView,
  { client }: Services,
): Promise<OpenModal> {
  const shown = { trigger_id: triggerId, view };
  const answer = await (fromModal ? client.views.push(shown) : client.views.open(shown));
  const viewId = answer.view?.id;
  return {
    async fill(next) {
      if (viewId !== undefined)
        await retryOnRateLimit(() => client.views.update({ view_id: viewId, view: next }));
    },
  };
}

/** A modal with a waiting line: a trigger does not live as long as a lookup may take. */
export function waitingModal(title: string, words: Words, metadata?: string): ModalView {
  return modal(title, words, lookingUpCard(words).blocks, metadata === undefined ? {} : { metadata });
}
