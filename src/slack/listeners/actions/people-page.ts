import { readPeoplePage } from '../../../cards/people-modal.ts';
import { listener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import type { Reader } from '../../with-meeting.ts';
import { foundPeople, NO_PEOPLE, peopleView } from './people-view.ts';

/** *Next* and *Previous* of the people: from the cache while it is fresh, else by a lookup that counts among the person's. */
export const peoplePage = listener({
  payload: actionPayload,
  outcomes: ['found', ...NO_PEOPLE, ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const page = readPeoplePage(payload.actions[0].value ?? '');
    const open = payload.view;
    if (page === undefined || open === undefined) return NOTHING;
    const cached = await context.services.meetings.fresh(page.eventId);
    // Only a recent meeting proves that the reader is on its list.
    const isProof = context.settings.visibility === 'everyone' || cached?.rights === 'current';
    const { outcome, view } =
      cached === undefined || !isProof
        ? await peopleView(context, page)
        : await foundPeople(context, cached, page, await readerOf(context));
    await updateModal(context, open.id, view);
    return outcome;
  },
});

async function readerOf(context: RequestContext): Promise<Reader> {
  const profile = await context.profile(PROFILE_MS);
  return { profile, words: context.wordsOf(profile) };
}
