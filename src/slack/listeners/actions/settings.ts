import { listener } from '../../listener.ts';
import { NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { accountBlocks } from '../../settings/account-section.ts';
import { OPENED, openSettingsForm } from '../../settings/open-form.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';

/** *Open settings*: the form of the workspace, for its owners and admins. */
export const settings = listener({
  payload: actionPayload,
  outcomes: [...OPENED, NOTHING],
  async listen(context, payload) {
    const trigger = triggerOf(payload);
    if (trigger === undefined) return NOTHING;
    const words = await context.words(FIRST_WORDS_MS);
    return openSettingsForm(context, trigger, { level: 'workspace' }, words, () =>
      accountBlocks(context, words),
    );
  },
});
