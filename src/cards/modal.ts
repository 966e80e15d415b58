import type { KnownBlock, ModalView } from '@slack/types';
import { LIMITS, shorten } from './limits.ts';
import type { Words } from './words/words.ts';

/** A modal to read and close. */
export function modal(title: string, words: Words, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, LIMITS.viewTitle), emoji: false },
    close: { type: 'plain_text', text: shorten(words.close, LIMITS.viewTitle), emoji: false },
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}
