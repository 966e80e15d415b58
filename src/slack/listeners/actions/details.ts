import { plainly } from '../../asked-answer.ts';
import { listener } from '../../listener.ts';
import { CARD, NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { meetingOf } from './pressed.ts';
import { showDetails } from './show-details.ts';

/** *Details*: the meeting's card in a modal. */
export const details = listener({
  payload: actionPayload,
  outcomes: [...CARD, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    return reference === undefined ? NOTHING : showDetails(context, payload, plainly(reference));
  },
});
