import { accountForm } from '../../../cards/account-form.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { listener } from '../../listener.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';

/** *Connect an account* in the settings: the form, for owners and admins. */
export const account = listener({
  payload: actionPayload,
  outcomes: ['opened', 'not-admin', 'standing-unknown', NOTHING],
  async listen(context, payload) {
    const trigger = triggerOf(payload);
    const { actor, services, settings } = context;
    const desk = services.account;
    if (trigger === undefined || desk === undefined) return NOTHING;
    const words = await context.words(FIRST_WORDS_MS);
    const { title } = words.account;
    const opened = await showModal(context, trigger, waitingModal(title, words));
    const [standing, state] = await Promise.all([services.users.standing(actor), desk.state()]);
    if (standing === 'admin') {
      await opened.fill(accountForm({ state, roots: desk.roots, zone: settings.zone }, words));
      return 'opened';
    }
    const sentence = standing === 'unknown' ? words.standingUnknown : words.onlyAdmins;
    await opened.fill(modal(title, words, noticeCard(sentence).blocks));
    return standing === 'unknown' ? 'standing-unknown' : 'not-admin';
  },
});
