import type { Card } from '../../../cards/blocks.ts';
import { modal } from '../../../cards/modal.ts';
import { reminderNote } from '../../../cards/reminder-cards.ts';
import type { Words } from '../../../cards/words/words.ts';
import { readReminderName } from '../../../core/reminder.ts';
import { listener } from '../../listener.ts';
import { showModal, updateModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { type ActionPayload, actionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';

/** *Undo* of a reminder. The button names it among those of whoever presses, so nobody can undo another person's. */
export const remindUndo = listener({
  payload: actionPayload,
  outcomes: ['undone', 'not-undone', NOTHING],
  async listen(context, payload) {
    const name = readReminderName(payload.actions[0].value ?? '');
    if (name === undefined) return NOTHING;
    const [isUndone, words] = await Promise.all([
      context.services.tracking.reminders.undo(context.actor, name),
      context.words(FIRST_WORDS_MS),
    ]);
    if (isUndone) context.homeChanged();
    const card = reminderNote(isUndone ? words.reminderUndone : words.reminderNotUndone);
    await answer(context, payload, card, words, isUndone);
    return isUndone ? 'undone' : 'not-undone';
  },
});

/** In place of the message or the modal with the button; on the Home tab the reminder is simply gone. */
async function answer(
  context: RequestContext,
  payload: ActionPayload,
  card: Card,
  words: Words,
  isUndone: boolean,
): Promise<void> {
  const { responseUrl, services } = context;
  const { view } = payload;
  const shown = modal(words.reminder, words, card.blocks);
  const trigger = triggerOf(payload);
  if (responseUrl !== undefined) await services.reply(responseUrl, { card, to: 'user', replaces: isUndone });
  else if (view?.type === 'modal') await updateModal(context, view.id, shown);
  else if (!isUndone && trigger !== undefined) await showModal(context, trigger, shown);
}
