import { accountSection } from '../../../cards/account-form.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { workspaceSettingsForm } from '../../../cards/settings-form.ts';
import type { Words } from '../../../cards/words/words.ts';
import { listener } from '../../listener.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';

/** *Open settings*: the form of the workspace, for its owners and admins. Slack is asked whether somebody is one, whatever was known before. */
export const settings = listener({
  payload: actionPayload,
  outcomes: ['opened', 'not-admin', 'standing-unknown', NOTHING],
  async listen(context, payload) {
    const trigger = triggerOf(payload);
    if (trigger === undefined) return NOTHING;
    const { actor, services } = context;
    const words = await context.words(FIRST_WORDS_MS);
    const opened = await showModal(context, trigger, waitingModal(words.settings, words));
    const standing = await services.users.standing(actor);
    if (standing === 'admin') {
      await opened.fill(workspaceSettingsForm(words, await accountBlocks(context, words)));
      return 'opened';
    }
    const sentence = standing === 'unknown' ? words.standingUnknown : words.onlyAdmins;
    await opened.fill(modal(words.settings, words, noticeCard(sentence).blocks));
    return standing === 'unknown' ? 'standing-unknown' : 'not-admin';
  },
});

/** Nothing where the environment gives the only account. */
async function accountBlocks({ services, settings: { zone } }: RequestContext, words: Words) {
  const state = await services.account?.state();
  return state === undefined ? [] : accountSection(state, zone, words);
}
