import type { ModalView } from '@slack/types';
import { FIND_FORM } from '../../../cards/find-form.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { readAsked } from '../../../core/asked-text.ts';
import { unescapeSlack } from '../../../core/reference.ts';
import { withTimeout } from '../../../lib/with-timeout.ts';
import { askedAnswer } from '../../asked-answer.ts';
import { answeringListener } from '../../listener.ts';
import { updateModal, waitingModal } from '../../modals.ts';
import { CARD, NO_REFERENCE } from '../../outcomes.ts';
import { findSubmission } from '../../payloads/view-submission.ts';
import { FIRST_WORDS_MS, IN_REPLY_MS } from '../../time-limits.ts';
import type { MeetingAnswer } from '../../with-meeting.ts';
import { searchWords, WORD_SEARCH, type WordSearchAnswer } from '../../word-search.ts';

/** What a form's submission can be answered with, within three seconds (docs.slack.dev, surfaces/modals). */
type SubmissionAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** The find form, submitted: a wrong value is marked at the field; the card follows in the same modal, at once or when it is there. */
export const findForm = answeringListener<SubmissionAnswer>()({
  payload: findSubmission,
  entryPoint: 'find_form',
  outcomes: [...new Set([...CARD, ...NO_REFERENCE, ...WORD_SEARCH])],
  async listen(context, { view }, ack) {
    const words = await context.words(FIRST_WORDS_MS);
    const typed = view.state.values[FIND_FORM.field].meeting_find.value ?? '';
    const asked = readAsked(typed, context.settings.linkDomains);
    if (asked.kind === 'none') {
      await ack(marked(words.noReference[asked.reason]));
      return asked.reason;
    }
    const answer: Promise<FormAnswer> =
      asked.kind === 'words'
        ? searchWords(context, unescapeSlack(asked.words))
        : askedAnswer(context, asked, { kind: 'modal', thread: 'none' });
    const prompt = await withTimeout(IN_REPLY_MS, answer);
    if (prompt !== undefined) {
      await ack(submissionAnswer(prompt, words));
      return prompt.outcome;
    }
    await ack({ response_action: 'update', view: waitingModal(words.meeting, words) });
    const late = await answer;
    await updateModal(context, view.id, modal(words.meeting, words, late.card.blocks));
    return late.outcome;
  },
});

/** Of a lookup, or of a search by words. */
type FormAnswer = Pick<MeetingAnswer, 'card' | 'sentence'> & {
  readonly outcome: MeetingAnswer['outcome'] | WordSearchAnswer['outcome'];
};

/** What is wrong with the value stands at the field. */
function submissionAnswer({ card, outcome, sentence }: FormAnswer, words: Words): SubmissionAnswer {
  switch (outcome) {
    case 'not-found':
    case 'unknown-link':
    case 'words':
    case 'no-match':
      return marked(sentence);
    default:
      return {
        response_action: 'update',
        view: modal(words.meeting, words, card.blocks, { isClassic: true }),
      };
  }
}

function marked(sentence: string): SubmissionAnswer {
  return { response_action: 'errors', errors: { [FIND_FORM.field]: sentence } };
}
