import { findForm } from '../../../cards/find-form.ts';
import { listener } from '../../listener.ts';
import { showModal } from '../../modals.ts';
import { globalShortcut } from '../../payloads/shortcut.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';

/** The find shortcut: the form. */
export const findMeeting = listener({
  payload: globalShortcut,
  outcomes: ['opened'],
  async listen(context, { trigger_id }) {
    const words = await context.words(FIRST_WORDS_MS);
    await showModal(context, { triggerId: trigger_id, fromModal: false }, findForm(words));
    return 'opened';
  },
});
