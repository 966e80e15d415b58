import { modal } from '../../../cards/modal.ts';
import { listener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { meetingAnswer } from '../../with-meeting.ts';
import { meetingOf } from './pressed.ts';

/** *Cancel* below the question whether to share: the question goes away; in a modal the card is shown again. */
export const cancelShare = listener({
  payload: actionPayload,
  outcomes: ['cancelled', ...WITHOUT_MEETING, NOTHING],
  async listen(context, payload) {
    const reference = meetingOf(payload);
    const { responseUrl, services } = context;
    const { view } = payload;
    if (reference === undefined) return NOTHING;
    if (view === undefined) {
      if (responseUrl !== undefined) await services.removeOriginal(responseUrl);
      return 'cancelled';
    }
    const { card, outcome, words } = await meetingAnswer(context, reference, {
      kind: 'modal',
      thread: 'can-post',
    });
    const next = modal(words.meeting, words, card.blocks, { metadata: view.private_metadata ?? '' });
    await updateModal(context, view.id, next);
    return outcome === 'found' || outcome === 'stale' ? 'cancelled' : outcome;
  },
});
