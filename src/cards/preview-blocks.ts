import type { SharedView } from '../core/views.ts';
import type { CardOptions, CompactCardOptions } from './card-options.ts';
import { compactCard } from './compact-card.ts';
import { meetingCard } from './meeting-card.ts';
import type { Block } from './readonly-blocks.ts';

/** `isFull`: the whole card, with all its buttons; else its two most important blocks. */
export interface PreviewOptions extends CompactCardOptions, Pick<CardOptions, 'asOf' | 'stale'> {
  readonly isFull: boolean;
}

/** What stands below a pasted link. */
export function previewBlocks(
  view: SharedView,
  { isFull, asOf, stale, homeZone, ...options }: PreviewOptions,
): readonly Block[] {
  return isFull
    ? meetingCard(view, { ...options, asOf, stale, surface: { kind: 'preview' }, menu: MENU }).blocks
    : compactCard(view, { ...options, homeZone });
}

/** It cannot be refreshed, nor removed by the app. */
const MENU = ['people'] as const;
