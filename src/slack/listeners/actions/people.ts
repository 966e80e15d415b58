import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import type { MenuHandler } from './menu-handler.ts';
import { NO_PEOPLE, peopleView } from './people-view.ts';
import { triggerOf } from './pressed.ts';

/** *People*: a modal with who was invited. */
export const showPeople: MenuHandler = {
  outcomes: ['found', ...NO_PEOPLE, ...WITHOUT_MEETING, NOTHING],
  async run(context, payload, { eventId }) {
    const trigger = triggerOf(payload);
    if (trigger === undefined) return NOTHING;
    const words = await context.words(FIRST_WORDS_MS);
    const opened = await showModal(context, trigger, waitingModal(words.people, words));
    const { outcome, view } = await peopleView(context, { eventId, page: 1 });
    await opened.fill(view);
    return outcome;
  },
};
