import type { MoreOption } from '../cards/more-menu.ts';

/** The choices of a card's menu that `listeners/actions/more.ts` has a handler for. Cards offer no others. */
export const MENU_OPTIONS = [
  'people',
  'calendar',
  'calendar-link',
  'remind',
  'refresh',
  'remove',
  'remind-5',
  'remind-10',
  'remind-30',
  'remind-60',
] as const satisfies readonly MoreOption[];

export type HandledOption = (typeof MENU_OPTIONS)[number];
