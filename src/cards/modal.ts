import type { ModalView } from '@slack/types';
import { viewBlocks } from './blocks.ts';
import { classicBlocks } from './classic-blocks.ts';
import { LIMITS, oneLine, shorten } from './limits.ts';
import { type Block, slackBlocks } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** What a modal carries for the app: `metadata` is text of at most 3,000 characters that its reader does not see. */
export interface ModalOptions {
  readonly callbackId?: string;
  readonly metadata?: string;
  /** For where Slack does not say whether it takes the blocks: an acknowledgement. */
  readonly isClassic?: boolean;
}

/** A modal within Slack's limits, with a button to close it; undefined blocks are left out. */
export function modal(
  title: string,
  words: Words,
  blocks: readonly (Block | undefined)[],
  options: ModalOptions = {},
): ModalView {
  const shown = slackBlocks(viewBlocks(blocks));
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(oneLine(title), LIMITS.viewTitle), emoji: false },
    close: { type: 'plain_text', text: shorten(words.close, LIMITS.viewTitle), emoji: false },
    blocks: options.isClassic === true ? classicBlocks(shown) : shown,
    ...(options.callbackId === undefined ? {} : { callback_id: options.callbackId }),
    ...(options.metadata === undefined ? {} : { private_metadata: options.metadata }),
  };
}
