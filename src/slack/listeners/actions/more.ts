import type { MoreOption } from '../../../cards/more-menu.ts';
import { listener } from '../../listener.ts';
import type { HandledOption } from '../../menu-options.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { openCalendarFile, sendCalendarFile } from './calendar.ts';
import type { MenuHandler } from './menu-handler.ts';
import { showPeople } from './people.ts';
import { choiceOf } from './pressed.ts';
import { refreshCard } from './refresh.ts';
import { askWhenToRemind, remindBefore } from './remind.ts';
import { removeCard } from './remove-card.ts';

/** By the choice's value. It does not compile without an entry for each of `MENU_OPTIONS`. */
const HANDLERS: { readonly [Option in HandledOption]: MenuHandler } = {
  people: showPeople,
  calendar: sendCalendarFile,
  'calendar-link': openCalendarFile,
  remind: askWhenToRemind,
  refresh: refreshCard,
  remove: removeCard,
  'remind-5': remindBefore(5),
  'remind-10': remindBefore(10),
  'remind-30': remindBefore(30),
  'remind-60': remindBefore(60),
};

const BY_OPTION: Partial<Readonly<Record<MoreOption, MenuHandler>>> = HANDLERS;

/** The menu behind *⋯* on a card. */
export const more = listener({
  payload: actionPayload,
  outcomes: [...new Set([NOTHING, ...Object.values(BY_OPTION).flatMap(({ outcomes }) => outcomes)])],
  async listen(context, payload) {
    const choice = choiceOf(payload);
    if (choice === undefined) return NOTHING;
    return BY_OPTION[choice.option]?.run(context, payload, choice) ?? NOTHING;
  },
});
