import { actionId } from './buttons.ts';
import { boolean, integer, listOf, oneOf, shape, string } from './checks.ts';
import { richText } from './rich-text.ts';
import { plainText } from './text.ts';

const dispatch = shape(
  {},
  { trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
);

const typed = {
  action_id: actionId,
  placeholder: plainText(150),
  focus_on_load: boolean,
  dispatch_action_config: dispatch,
} as const;

/** Fields to type in. Source: docs.slack.dev/reference/block-kit/block-elements */
export const inputs = {
  plain_text_input: shape(
    {},
    {
      ...typed,
      initial_value: string(3000),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
  ),
  email_text_input: shape({}, { ...typed, initial_value: string(3000) }),
  url_text_input: shape({}, { ...typed, initial_value: string(3000) }),
  number_input: shape(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: string(255), min_value: string(255), max_value: string(255) },
  ),
  rich_text_input: shape(
    {},
    { ...typed, initial_value: richText, min_lines: integer(1, 1000), max_lines: integer(1, 1000) },
  ),
  file_input: shape(
    {},
    { action_id: actionId, filetypes: listOf(string(255), 100), max_files: integer(1, 10) },
  ),
} as const;
