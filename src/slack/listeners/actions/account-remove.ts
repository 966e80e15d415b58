import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { listener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { refreshSettings } from '../../settings/account-section.ts';
import { NOT_ALLOWED, whyNotSet } from '../../settings/may-set.ts';
import { PROFILE_MS } from '../../time-limits.ts';

/** *Disconnect the account*, confirmed: the account is deleted with its secrets. */
export const accountRemove = listener({
  payload: actionPayload,
  outcomes: ['disconnected', 'unavailable', ...NOT_ALLOWED, NOTHING],
  async listen(context, { view }) {
    const desk = context.services.account;
    if (view === undefined || desk === undefined) return NOTHING;
    const words = await context.words(PROFILE_MS);
    const { title, disconnected, fault } = words.account;
    const tell = (sentence: string): Promise<void> =>
      updateModal(context, view.id, modal(title, words, noticeCard(sentence).blocks));
    const refused = await whyNotSet('workspace', context, words);
    if (refused !== undefined) {
      await tell(refused.sentence);
      return refused.outcome;
    }
    const isDeleted = await desk.disconnect();
    await tell(isDeleted ? disconnected : fault.unavailable);
    if (!isDeleted) return 'unavailable';
    context.homeChanged();
    await refreshSettings(context, view.previous_view_id, words);
    return 'disconnected';
  },
});
