import type { Phase } from '../core/schedule.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button } from './blocks.ts';
import type { CardOptions } from './card-options.ts';
import { joinButtons } from './joining.ts';
import { type MoreOption, moreMenu, reminderOptions } from './more-menu.ts';
import type { ActionElement, Actions } from './readonly-blocks.ts';

/** The card's one row of buttons, with its menu at the end. */
export function buttonRow(view: View, options: CardOptions, phase: Phase): Actions | undefined {
  const { words, surface, menu = [] } = options;
  const value = view.eventId;
  const offered = suitableOptions(view, options, phase).filter((option) => menu.includes(option));
  return actions([
    ...joinButtons(view, words, phase),
    button({ actionId: ACTION.access, label: words.myAccess, value }),
    button({ actionId: ACTION.people, label: words.people, value }),
    ...surfaceButtons(view, options, phase),
    surface.kind === 'reminder' || surface.kind === 'preview'
      ? undefined
      : button({ actionId: ACTION.refresh, label: words.refresh, value }),
    moreMenu(view, offered, words),
  ]);
}

/** Buttons that depend on the surface: only a person's own card offers a calendar file and sharing. */
function surfaceButtons(
  view: View,
  { words, surface, calendarLink }: CardOptions,
  phase: Phase,
): (ActionElement | undefined)[] {
  if (surface.kind === 'shared' || surface.kind === 'reminder' || surface.kind === 'preview') return [];
  const value = view.eventId;
  return [
    phase === 'upcoming'
      ? button({
          actionId: ACTION.calendar,
          label: words.addToCalendar,
          ...(calendarLink ? { url: calendarLink } : { value }),
        })
      : undefined,
    surface.kind === 'private' ? button({ actionId: ACTION.share, label: words.share, value }) : undefined,
    surface.kind === 'modal' && surface.thread === 'can-post'
      ? button({ actionId: ACTION.postInThread, label: words.postInThread, value })
      : undefined,
  ];
}

/** A shared card can be removed by whoever shared it; a person's own card offers reminders. */
function suitableOptions(
  { start }: View,
  { surface, now }: CardOptions,
  phase: Phase,
): readonly MoreOption[] {
  switch (surface.kind) {
    case 'shared':
      return surface.sharedBy === undefined ? [] : ['remove'];
    case 'private':
    case 'modal':
      return phase === 'upcoming' ? reminderOptions(start - now) : [];
    case 'reminder':
    case 'preview':
      return [];
  }
}
