import { accountSection } from '../../cards/account-form.ts';
import type { Block } from '../../cards/readonly-blocks.ts';
import type { Words } from '../../cards/words/words.ts';
import { fallbackZone } from '../../core/settings.ts';
import { updateModal } from '../modals.ts';
import type { RequestContext } from '../request-context.ts';
import { currentForm } from './open-form.ts';

/** How the workspace's conference account stands; nothing where the environment gives the only one. */
export async function accountBlocks(
  { services, settings }: RequestContext,
  words: Words,
): Promise<readonly Block[]> {
  const state = await services.account?.state();
  return state === undefined ? [] : accountSection(state, fallbackZone(settings), words);
}

/**
 * Shows the settings below the form of the account as they are now, after that was changed. What was chosen there and not saved stays, since Slack keeps
 * the values of fields whose ids do not change (docs.slack.dev, methods/views.update).
 */
export async function refreshSettings(
  context: RequestContext,
  viewId: string | null | undefined,
  words: Words,
): Promise<void> {
  if (typeof viewId !== 'string') return;
  const form = await currentForm(context, { level: 'workspace' }, words, () => accountBlocks(context, words));
  if (form !== undefined) await updateModal(context, viewId, form);
}
