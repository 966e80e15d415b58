import type { KnownBlock, ModalView } from '@slack/types';
import { LIMITS, shorten } from './limits.ts';
import type { Words } from './words/words.ts';

/** What a modal remembers for the app, besides what it shows: text of at most 3,000 characters that its reader does not see. */
export interface ModalOptions {
  readonly callbackId?: string;
  readonly metadata?: string;
}

/** A modal to read and close. */
export function modal(
  title: string,
  words: Words,
  blocks: KnownBlock[],
  options: ModalOptions = {},
): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, LIMITS.viewTitle), emoji: false },
    close: { type: 'plain_text', text: shorten(words.close, LIMITS.viewTitle), emoji: false },
    blocks: blocks.slice(0, LIMITS.viewBlocks),
    ...(options.callbackId === undefined ? {} : { callback_id: options.callbackId }),
    ...(options.metadata === undefined ? {} : { private_metadata: options.metadata }),
  };
}
