import type { ModalView } from '@slack/types';
import { accountForm } from '../../../cards/account-form.ts';
import { noticeCard } from '../../../cards/help-card.ts';
import { modal } from '../../../cards/modal.ts';
import type { Words } from '../../../cards/words/words.ts';
import { fallbackZone } from '../../../core/settings.ts';
import { withTimeout } from '../../../lib/with-timeout.ts';
import type { AccountDesk, ConnectOutcome, TypedAccount } from '../../../tenants/account-desk.ts';
import { type AccountRefusal, blockOf, refusalOf } from '../../account-answer.ts';
import { answeringListener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { NOTHING } from '../../outcomes.ts';
import { accountSubmission } from '../../payloads/account-submission.ts';
import type { RequestContext } from '../../request-context.ts';
import { refreshSettings } from '../../settings/account-section.ts';
import { NOT_ALLOWED, type NotAllowed, whyNotSet } from '../../settings/may-set.ts';
import { FIRST_WORDS_MS, IN_REPLY_MS } from '../../time-limits.ts';
import { readTypedAccount, type TypedForm } from '../../typed-account.ts';

type SubmissionAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

type Tried =
  | { readonly kind: 'tried'; readonly outcome: ConnectOutcome }
  | ({ readonly kind: 'not-allowed' } & NotAllowed);

/**
 * The form of a conference account, sent: Slack is asked whether its sender is an admin, the account is tried, and stored if it works. What is
 * wrong is said at the field where that is known in time, and else above the form, with the secrets to be typed again.
 */
export const accountFormSent = answeringListener<SubmissionAnswer>()({
  payload: accountSubmission,
  entryPoint: 'account_form',
  outcomes: [
    'connected',
    'faulty',
    'host-not-allowed',
    'credentials-needed',
    'changed-meanwhile',
    'unavailable',
    'throttled',
    'refused',
    'timeout',
    'unreachable',
    'unreadable',
    'busy',
    ...NOT_ALLOWED,
    NOTHING,
  ],
  async listen(context, submission, ack) {
    const desk = context.services.account;
    if (desk === undefined) {
      await ack();
      return NOTHING;
    }
    const words = await context.words(FIRST_WORDS_MS);
    const form = readTypedAccount(submission, desk.roots);
    if (form.kind === 'faults') {
      const errors = form.faults.map(({ field, fault }) => [
        blockOf(field, desk),
        words.account.fault[fault],
      ]);
      await ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
      return 'faulty';
    }
    const trying = tried(context, desk, form.account, words);
    const inTime = await withTimeout(IN_REPLY_MS, trying);
    if (inTime !== undefined) await ack(answerTo(inTime, desk, words));
    else await ack({ response_action: 'update', view: sentenceView(words.account.checking, words) });
    const end = inTime ?? (await trying);
    const { view } = submission;
    if (inTime === undefined)
      await updateModal(context, view.id, await lateView(end, context, desk, form, words));
    const outcome = wordFor(end);
    if (outcome === 'connected') {
      context.homeChanged();
      await refreshSettings(context, view.previous_view_id, words);
    }
    return outcome;
  },
});

async function tried(
  context: RequestContext,
  desk: AccountDesk,
  account: TypedAccount,
  words: Words,
): Promise<Tried> {
  const refused = await whyNotSet('workspace', context, words);
  if (refused !== undefined) return { kind: 'not-allowed', ...refused };
  return { kind: 'tried', outcome: await desk.connect(account, context.actor.userId) };
}

const wordFor = (end: Tried) => (end.kind === 'tried' ? end.outcome.kind : end.outcome);

/** What becomes of the form: a sentence in its place, or the form again with what is wrong. */
type End =
  | { readonly kind: 'over'; readonly sentence: string }
  | ({ readonly kind: 'again' } & AccountRefusal);

function endOf(tried: Tried, words: Words): End {
  if (tried.kind === 'not-allowed') return { kind: 'over', sentence: tried.sentence };
  const refusal = refusalOf(tried.outcome, words);
  return refusal === undefined
    ? { kind: 'over', sentence: words.account.connected }
    : { kind: 'again', ...refusal };
}

const sentenceView = (sentence: string, words: Words): ModalView =>
  modal(words.account.title, words, noticeCard(sentence).blocks);

function answerTo(tried: Tried, desk: AccountDesk, words: Words): SubmissionAnswer {
  const end = endOf(tried, words);
  return end.kind === 'over'
    ? { response_action: 'update', view: sentenceView(end.sentence, words) }
    : { response_action: 'errors', errors: { [blockOf(end.field, desk)]: end.sentence } };
}

/** For an admin who was told to wait. The fields of secrets are empty again: they are in no view. */
async function lateView(
  tried: Tried,
  { settings }: RequestContext,
  desk: AccountDesk,
  { fields }: TypedForm,
  words: Words,
): Promise<ModalView> {
  const end = endOf(tried, words);
  if (end.kind === 'over') return sentenceView(end.sentence, words);
  const state = await desk.state();
  const content = {
    state,
    roots: desk.roots,
    zone: fallbackZone(settings),
    typed: fields,
    fault: end.sentence,
  };
  return accountForm(content, words);
}
