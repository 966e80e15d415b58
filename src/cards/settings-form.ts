import type { ModalView } from '@slack/types';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Block } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** The form's own id. */
export const WORKSPACE_SETTINGS = { callbackId: 'workspace_settings' } as const;

/** What admins set for a workspace. `more`: sections that are no settings of this form, each with its heading. */
export function workspaceSettingsForm(words: Words, more: readonly Block[]): ModalView {
  return modal(
    words.settings,
    words,
    [section(mrkdwn`${words.settingsOnHome}`), ...more],
    WORKSPACE_SETTINGS,
  );
}
