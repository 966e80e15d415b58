import type { ModalView } from '@slack/types';
import { ACTION } from './action-ids.ts';
import { section } from './blocks.ts';
import { LIMITS, shorten } from './limits.ts';
import { modal } from './modal.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Input, Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** The form's own ids: of its submission, and of the one field in it. */
export const FIND_FORM = { callbackId: 'meeting_find', field: 'reference' } as const;

/** What Slack takes (docs.slack.dev, reference/block-kit/block-elements/plain-text-input-element): a whole invitation fits. */
const REFERENCE_MAX = 3000;

/** A form with one field that takes the same references as `/meeting`. `note` explains why the form is shown. */
export function findForm(words: Words, note?: string): ModalView {
  return {
    ...modal(words.findMeeting, words, [
      ...(note === undefined ? [] : [section(mrkdwn`${note}`)]),
      findField(words, false),
    ]),
    callback_id: FIND_FORM.callbackId,
    submit: { type: 'plain_text', text: shorten(words.find, LIMITS.viewTitle), emoji: false },
  };
}

/** The field. Outside a form, Enter sends it. */
export function findField(words: Words, sendsOnEnter: boolean): Input {
  return {
    type: 'input',
    block_id: FIND_FORM.field,
    dispatch_action: sendsOnEnter,
    label: { type: 'plain_text', text: words.findLabel, emoji: false },
    hint: { type: 'plain_text', text: words.findHint, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: ACTION.find,
      max_length: REFERENCE_MAX,
      placeholder: { type: 'plain_text', text: '649128', emoji: false },
      ...(sendsOnEnter ? { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } } : {}),
    },
  };
}

/** How to use the command, a line for each kind of reference. */
export function usageSection(words: Words): Section {
  return section(
    Mrkdwn.join(
      words.usage.map((line) => Mrkdwn.ours(line)),
      '\n',
    ),
  );
}
