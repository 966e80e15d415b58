import type { MoreOption } from '../cards/more-menu.ts';

/** The choices of a card's menu that `listeners/actions/more.ts` has a handler for. Cards offer no others. */
export const MENU_OPTIONS = ['remove'] as const satisfies readonly MoreOption[];

export type HandledOption = (typeof MENU_OPTIONS)[number];
