import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { listener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { PROFILE_MS } from '../../time-limits.ts';

/** *Disconnect the account*, confirmed: the account is deleted with its secrets. */
export const accountRemove = listener({
  payload: actionPayload,
  outcomes: ['disconnected', 'unavailable', 'not-admin', 'standing-unknown', NOTHING],
  async listen(context, { view }) {
    const { actor, services } = context;
    const desk = services.account;
    if (view === undefined || desk === undefined) return NOTHING;
    const [words, standing] = await Promise.all([context.words(PROFILE_MS), services.users.standing(actor)]);
    const { title, disconnected, fault } = words.account;
    const tell = (sentence: string): Promise<void> =>
      updateModal(context, view.id, modal(title, words, noticeCard(sentence).blocks));
    if (standing !== 'admin') {
      await tell(standing === 'unknown' ? words.standingUnknown : words.onlyAdmins);
      return standing === 'unknown' ? 'standing-unknown' : 'not-admin';
    }
    const isDeleted = await desk.disconnect();
    await tell(isDeleted ? disconnected : fault.unavailable);
    return isDeleted ? 'disconnected' : 'unavailable';
  },
});
