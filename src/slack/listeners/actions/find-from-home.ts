import { helpCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import { readAsked } from '../../../core/asked-text.ts';
import { unescapeSlack } from '../../../core/reference.ts';
import { listener } from '../../listener.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { CARD, NO_REFERENCE, NOTHING } from '../../outcomes.ts';
import { actionPayload } from '../../payloads/action.ts';
import { FIRST_WORDS_MS, PROFILE_MS } from '../../time-limits.ts';
import { searchWords, WORD_SEARCH } from '../../word-search.ts';
import { triggerOf } from './pressed.ts';
import { showDetails } from './show-details.ts';

/** The find field of the Home tab, sent with Enter. */
export const findFromHome = listener({
  payload: actionPayload,
  outcomes: [...new Set([...CARD, ...NO_REFERENCE, ...WORD_SEARCH, NOTHING])],
  async listen(context, payload) {
    const typed = payload.actions[0].value ?? '';
    const asked = readAsked(typed, context.settings.linkDomains);
    if (asked.kind === 'reference') return showDetails(context, payload, asked);
    const trigger = triggerOf(payload);
    if (trigger === undefined) return NOTHING;
    if (asked.kind === 'words') {
      const words = await context.words(FIRST_WORDS_MS);
      const opened = await showModal(context, trigger, waitingModal(words.findMeeting, words));
      const { card, outcome } = await searchWords(context, unescapeSlack(asked.words));
      await opened.fill(modal(words.findMeeting, words, card.blocks));
      return outcome;
    }
    const words = await context.words(PROFILE_MS);
    const { blocks } = helpCard(asked.reason, unescapeSlack(typed), words);
    await showModal(context, trigger, modal(words.findMeeting, words, blocks));
    return asked.reason;
  },
});
