import type { Phase } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button } from './blocks.ts';
import type { CardOptions } from './card-options.ts';
import { nearestWays } from './joining.ts';
import { type MoreOption, minutesAhead, moreMenu, writeOccurrence } from './more-menu.ts';
import type { Actions, ButtonElement } from './readonly-blocks.ts';

/** The card's one row: four buttons at most, and a menu for what is used less often. */
export function buttonRow(view: View, options: CardOptions, phase: Phase): Actions | undefined {
  const { words, menu = [], calendarLink, surface } = options;
  const offered = suitableOptions(view, options, phase).filter((option) => menu.includes(option));
  return actions([
    ...nearestWays(view, words, phase),
    button({
      actionId: ACTION.access,
      label: words.myAccess,
      value: surface.kind === 'modal' ? writeOccurrence(view) : view.eventId,
    }),
    passingOn(view, options),
    moreMenu(view, offered, words, calendarLink),
  ]);
}

/** Only a person's own card can be passed on. */
function passingOn({ eventId: value }: View, { words, surface }: CardOptions): ButtonElement | undefined {
  if (surface.kind === 'private') return button({ actionId: ACTION.share, label: words.share, value });
  const canPost = surface.kind === 'modal' && surface.thread === 'can-post';
  return canPost ? button({ actionId: ACTION.postInThread, label: words.postInThread, value }) : undefined;
}

/**
 * In the order in which people use them. Only a person's own card offers a calendar file and reminders; a shared card can be removed by whoever
 * shared it.
 */
function suitableOptions(
  { start }: View,
  { surface, now, calendarLink }: CardOptions,
  phase: Phase,
): readonly MoreOption[] {
  switch (surface.kind) {
    case 'shared':
      return ['people', 'refresh', ...(surface.sharedBy === undefined ? [] : (['remove'] as const))];
    case 'private':
    case 'modal': {
      const isAhead = phase === 'upcoming' && start !== undefined;
      return [
        'people',
        ...(isAhead ? [calendarLink === undefined ? ('calendar' as const) : ('calendar-link' as const)] : []),
        ...(isAhead && minutesAhead(start - now).length > 0 ? (['remind'] as const) : []),
        'refresh',
      ];
    }
    case 'reminder':
    case 'preview':
      return ['people'];
  }
}
