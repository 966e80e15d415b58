import { interactive } from './buttons.ts';
import { boolean, integer, listOf, matching, oneOf, shape } from './checks.ts';
import { menuOption, optionGroups, optionsOrGroups } from './choices.ts';
import type { Check } from './place.ts';
import { plainText } from './text.ts';

const common = { ...interactive, placeholder: plainText(150), focus_on_load: boolean } as const;
const several = { ...common, max_selected_items: integer(1, 100) } as const;
const offered = { options: listOf(menuOption, 100), option_groups: optionGroups } as const;

const userId = matching(/^[UW][A-Z0-9]+$/, 'a user id');
const channelId = matching(/^[CGD][A-Z0-9]+$/, 'a channel id');
const conversationId = matching(/^[CGDUW][A-Z0-9]+$/, 'a conversation id');
const ids = (id: Check) => listOf(id, 100);

const filter: Check = shape(
  {},
  {
    include: listOf(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const conversations = { default_to_current_conversation: boolean, filter } as const;
const answerable = { response_url_enabled: boolean } as const;
const query = { min_query_length: integer(0, 1000) } as const;

/** Menus of one choice and of several. Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const selects = {
  static_select: shape({}, { ...common, ...offered, initial_option: menuOption }, optionsOrGroups),
  external_select: shape({}, { ...common, ...query, initial_option: menuOption }),
  users_select: shape({}, { ...common, initial_user: userId }),
  conversations_select: shape(
    {},
    { ...common, ...conversations, ...answerable, initial_conversation: conversationId },
  ),
  channels_select: shape({}, { ...common, ...answerable, initial_channel: channelId }),
  multi_static_select: shape(
    {},
    { ...several, ...offered, initial_options: listOf(menuOption, 100) },
    optionsOrGroups,
  ),
  multi_external_select: shape({}, { ...several, ...query, initial_options: listOf(menuOption, 100) }),
  multi_users_select: shape({}, { ...several, initial_users: ids(userId) }),
  multi_conversations_select: shape(
    {},
    { ...several, ...conversations, initial_conversations: ids(conversationId) },
  ),
  multi_channels_select: shape({}, { ...several, initial_channels: ids(channelId) }),
} as const;
