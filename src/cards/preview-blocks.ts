import type { SharedView } from '../core/views.ts';
import type { CardOptions } from './card-options.ts';
import { compactCard } from './compact-card.ts';
import { meetingCard } from './meeting-card.ts';
import type { Block } from './readonly-blocks.ts';

/** `isFull`: the whole card, with all its buttons; else its two most important blocks. */
export interface PreviewOptions extends Omit<CardOptions, 'surface' | 'menu' | 'calendarLink'> {
  readonly isFull: boolean;
}

/** What stands below a pasted link. */
export function previewBlocks(view: SharedView, { isFull, ...options }: PreviewOptions): readonly Block[] {
  return isFull
    ? meetingCard(view, { ...options, surface: { kind: 'preview' } }).blocks
    : compactCard(view, options.words, options.now, options);
}
