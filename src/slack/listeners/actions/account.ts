import { accountForm } from '../../../cards/account-form.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { fallbackZone } from '../../../core/settings.ts';
import { listener } from '../../listener.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { NOT_ALLOWED, whyNotSet } from '../../settings/may-set.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';

/** *Connect an account* in the settings: the form, for owners and admins. */
export const account = listener({
  payload: actionPayload,
  outcomes: ['opened', ...NOT_ALLOWED, NOTHING],
  async listen(context, payload) {
    const trigger = triggerOf(payload);
    const { services, settings } = context;
    const desk = services.account;
    if (trigger === undefined || desk === undefined) return NOTHING;
    const words = await context.words(FIRST_WORDS_MS);
    const { title } = words.account;
    const opened = await showModal(context, trigger, waitingModal(title, words));
    const [refused, state] = await Promise.all([whyNotSet('workspace', context, words), desk.state()]);
    if (refused !== undefined) {
      await opened.fill(modal(title, words, noticeCard(refused.sentence).blocks));
      return refused.outcome;
    }
    const content = { state, roots: desk.roots, zone: fallbackZone(settings) };
    await opened.fill(accountForm(content, words));
    return 'opened';
  },
});
