import { listener } from '../../listener.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { NO_PEOPLE, peopleView } from './people-view.ts';
import { meetingOf, triggerOf } from './pressed.ts';

/** *People*: a modal with who was invited. */
export const people = listener({
  payload: actionPayload,
  outcomes: ['found', ...NO_PEOPLE, ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    const trigger = triggerOf(payload);
    if (reference === undefined || trigger === undefined) return NOTHING;
    const words = await context.words(FIRST_WORDS_MS);
    const opened = await showModal(context, trigger, waitingModal(words.people, words));
    const firstPage = { eventId: reference.eventId, page: 1 };
    const { outcome, view } = await peopleView(context, firstPage);
    await opened.fill(view);
    return outcome;
  },
});
