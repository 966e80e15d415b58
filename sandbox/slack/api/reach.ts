import { type Fields, textAt } from '../fields.ts';
import type { Channel } from '../state/channels.ts';
import type { Workspace } from '../state/workspace.ts';
import { conversationsOpen } from './directory.ts';
import { type Refused, refuse } from './reply.ts';

/**
 * The app posts where its bot is, and with `chat:write.public` in every public channel. A private channel that the bot is not in does not exist
 * for it. Source: docs.slack.dev/reference/scopes/chat.write.public
 */
export function reach(
  slack: Workspace,
  args: Fields,
  inPublic: 'everywhere' | 'as-member' = 'as-member',
): { readonly where: Channel } | Refused {
  const asked = textAt(args, 'channel');
  if (asked !== undefined && slack.people.has(asked)) conversationsOpen({ users: asked }, slack);
  const where = channelOf(slack, asked);
  if (where === undefined) return refuse('channel_not_found');
  if (where.isArchived) return refuse('is_archived');
  if (where.members.has(slack.identity.botUserId)) return { where };
  if (where.kind === 'public' && inPublic === 'everywhere') return { where };
  return refuse(where.kind === 'public' ? 'not_in_channel' : 'channel_not_found');
}

/** A user id means the direct message with that person. */
function channelOf(slack: Workspace, asked: string | undefined): Channel | undefined {
  if (asked === undefined || !slack.people.has(asked)) return slack.channels.get(asked ?? '');
  return [...slack.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(asked));
}
