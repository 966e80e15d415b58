import { helpCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { parseReference, unescapeSlack } from '../../../core/reference.ts';
import { listener } from '../../listener.ts';
import { showModal } from '../../modals.ts';
import { CARD, NO_REFERENCE, NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { PROFILE_MS } from '../../time-limits.ts';
import { triggerOf } from './pressed.ts';
import { showDetails } from './show-details.ts';

/** The find field of the Home tab, sent with Enter. */
export const findFromHome = listener({
  payload: actionPayload,
  outcomes: [...CARD, ...NO_REFERENCE, NOTHING],
  async listen(context, payload) {
    const typed = payload.actions[0].value ?? '';
    const reference = parseReference(typed, context.settings.linkDomains);
    if (reference.kind !== 'none') return showDetails(context, payload, reference);
    const trigger = triggerOf(payload);
    if (trigger === undefined) return NOTHING;
    const words = await context.words(PROFILE_MS);
    const { blocks } = helpCard(reference.reason, unescapeSlack(typed), words);
    await showModal(context, trigger, modal(words.findMeeting, words, blocks));
    return reference.reason;
  },
});
