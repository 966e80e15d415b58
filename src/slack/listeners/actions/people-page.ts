import { readPeoplePage } from '../../../cards/people-modal.ts';
import { listener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { foundPeople, peopleView } from './people-view.ts';

/** *Next* and *Previous* of the people: from the cache while it is fresh, else by a lookup that counts among the person's. */
export const peoplePage = listener({
  payload: actionPayload,
  outcomes: ['found', ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const page = readPeoplePage(payload.actions[0].value ?? '');
    const open = payload.view;
    if (page === undefined || open === undefined) return NOTHING;
    const cached = await context.services.meetings.fresh(page.eventId);
    const { outcome, view } =
      cached === undefined
        ? await peopleView(context, page, PROFILE_MS)
        : foundPeople(cached, page, await context.words(PROFILE_MS));
    await updateModal(context, open.id, view);
    return outcome;
  },
});
