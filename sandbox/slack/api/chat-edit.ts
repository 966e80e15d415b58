import { violationsOfMessage } from '../../block-kit/message.ts';
import { type Fields, textAt } from '../fields.ts';
import { type Channel, findMessage } from '../state/channels.ts';
import { contentOf, remove } from '../state/posting.ts';
import type { StoredMessage } from '../state/surfaces.ts';
import type { Workspace } from '../state/workspace.ts';
import { messageObject } from './chat-post.ts';
import { type Method, ok, type Refused, refusal, refuse } from './reply.ts';

/**
 * New content in an old message. Blocks that are not named again go; attachments that are not named stay. Slack shows "(edited)" only
 * where there are no blocks.
 */
export function rewrite(message: StoredMessage, payload: Fields): void {
  const { text, blocks, attachments } = contentOf(payload);
  message.text = text;
  message.blocks = blocks;
  if (payload.attachments !== undefined) message.attachments = attachments;
  message.edited = blocks.length === 0;
}

/** Source: docs.slack.dev/reference/methods/chat.update; ephemeral messages cannot be updated by it. */
export const chatUpdate: Method = (args, slack) => {
  const found = ownMessage(args, slack, 'cant_update_message');
  if ('refused' in found) return found.refused;
  const refused = refusal(slack, 'chat.update', violationsOfMessage(args));
  if (refused !== undefined) return refused;
  const { message } = found;
  rewrite(message, args);
  slack.updates.push(message.ts);
  return ok({
    channel: message.channelId,
    ts: message.ts,
    text: message.text,
    message: messageObject(message, slack),
  });
};

export const chatDelete: Method = (args, slack) => {
  const found = ownMessage(args, slack, 'cant_delete_message');
  if ('refused' in found) return found.refused;
  const { message, channel } = found;
  remove(channel.messages, message);
  return ok({ channel: channel.id, ts: message.ts });
};

interface Own {
  readonly message: StoredMessage;
  readonly channel: Channel;
}

function ownMessage(args: Fields, slack: Workspace, notMine: string): Own | Refused {
  const channel = slack.channels.get(textAt(args, 'channel') ?? '');
  if (channel === undefined) return refuse('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(slack.identity.botUserId))
    return refuse('channel_not_found');
  if (channel.isArchived) return refuse('is_archived');
  const ts = textAt(args, 'ts');
  if (slack.ephemerals.some((ephemeral) => ephemeral.ts === ts)) return refuse(notMine);
  const message = findMessage(channel, ts);
  if (message === undefined) return refuse('message_not_found');
  const isMine = message.userId === slack.identity.botUserId && !message.isReply;
  return isMine ? { message, channel } : refuse(notMine);
}
