import type { ModalView } from '@slack/types';
import { noticeCard } from '../../cards/help-card.ts';
import { modal } from '../../cards/modal.ts';
import { Mrkdwn } from '../../cards/mrkdwn.ts';
import type { Block } from '../../cards/readonly-blocks.ts';
import { settingsForm, shownValues } from '../../cards/settings-form.ts';
import type { Words } from '../../cards/words/words.ts';
import type { Scope } from '../../tenants/stored-settings.ts';
import { showModal, type Trigger } from '../modals.ts';
import type { RequestContext } from '../request-context.ts';
import { NOT_ALLOWED, whyNotSet } from './may-set.ts';
import { writeFormMetadata } from './metadata.ts';

/** What comes of opening a form. */
export const OPENED = ['opened', 'unavailable', ...NOT_ALLOWED] as const;

/** Shows the form of a scope to whoever may change it, and to others the reason. `more`: sections below the form. */
export async function openSettingsForm(
  context: RequestContext,
  trigger: Trigger,
  scope: Scope,
  words: Words,
  more: () => Promise<readonly Block[]> = async () => [],
): Promise<(typeof OPENED)[number]> {
  const opened = await showModal(context, trigger, settingsNotice(words.oneMoment, words));
  const refused = await whyNotSet(scope.level, context, words);
  if (refused !== undefined) {
    await opened.fill(settingsNotice(refused.sentence, words));
    return refused.outcome;
  }
  const [known, below] = await Promise.all([context.services.tenantSettings.look(scope), more()]);
  if (known === undefined) {
    await opened.fill(settingsNotice(words.settingsUnknown, words));
    return 'unavailable';
  }
  const { level } = scope;
  const metadata = writeFormMetadata(scope, shownValues({ level, ...known }), context);
  await opened.fill(settingsForm({ level, ...known, metadata, more: below }, words));
  return 'opened';
}

/** A sentence of ours in place of the form. */
export function settingsNotice(sentence: string, words: Words): ModalView {
  return modal(words.settings, words, noticeCard(Mrkdwn.ours(sentence)).blocks);
}
