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

/** Sections below the form, as they are when it is shown. */
type Below = () => Promise<readonly Block[]>;

const nothing: Below = async () => [];

/** Shows the form of a scope to whoever may change it, and to others the reason. */
export async function openSettingsForm(
  context: RequestContext,
  trigger: Trigger,
  scope: Scope,
  words: Words,
  below: Below = nothing,
): Promise<(typeof OPENED)[number]> {
  const opened = await showModal(context, trigger, settingsNotice(words.oneMoment, words));
  const refused = await whyNotSet(scope.level, context, words);
  if (refused !== undefined) {
    await opened.fill(settingsNotice(refused.sentence, words));
    return refused.outcome;
  }
  const form = await currentForm(context, scope, words, below);
  await opened.fill(form ?? settingsNotice(words.settingsUnknown, words));
  return form === undefined ? 'unavailable' : 'opened';
}

/** The form as it is now, for somebody who may change it; undefined where the storage does not say. */
export async function currentForm(
  context: RequestContext,
  scope: Scope,
  words: Words,
  below: Below,
): Promise<ModalView | undefined> {
  const [known, more] = await Promise.all([context.services.tenantSettings.look(scope), below()]);
  if (known === undefined) return undefined;
  const { level } = scope;
  const metadata = writeFormMetadata(scope, shownValues({ level, ...known }), context);
  return settingsForm({ level, ...known, metadata, more }, words);
}

/** A sentence of ours in place of the form. */
export function settingsNotice(sentence: string, words: Words): ModalView {
  return modal(words.settings, words, noticeCard(Mrkdwn.ours(sentence)).blocks);
}
