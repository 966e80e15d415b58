import { violationsOfMessage } from '../../block-kit/message.ts';
import { type Fields, textAt } from '../fields.ts';
import { postEphemeral, postMessage } from '../state/posting.ts';
import type { StoredMessage } from '../state/surfaces.ts';
import type { Workspace } from '../state/workspace.ts';
import { reach } from './reach.ts';
import { fail, type Method, ok, refusal } from './reply.ts';

/** A message as Slack's replies and payloads carry it. */
export function messageObject(message: StoredMessage, { identity }: Workspace): Fields {
  const byApp = message.userId === identity.botUserId;
  return {
    type: 'message',
    user: message.userId,
    ...(byApp ? { bot_id: identity.botId, app_id: identity.appId } : {}),
    team: identity.teamId,
    ts: message.ts,
    text: message.text,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    ...(message.files.length === 0 ? {} : { files: message.files }),
    ...(message.edited ? { edited: { user: message.userId, ts: message.ts } } : {}),
  };
}

export const chatPostMessage: Method = (args, slack) => {
  const reached = reach(slack, args, 'everywhere');
  if ('refused' in reached) return reached.refused;
  const refused = refusal(slack, 'chat.postMessage', violationsOfMessage(args));
  if (refused !== undefined) return refused;
  const message = postMessage(slack, reached.where, slack.identity.botUserId, args);
  return ok({ channel: message.channelId, ts: message.ts, message: messageObject(message, slack) });
};

export const chatPostEphemeral: Method = (args, slack) => {
  const reached = reach(slack, args);
  if ('refused' in reached) return reached.refused;
  const userId = textAt(args, 'user') ?? '';
  if (!reached.where.members.has(userId)) return fail('user_not_in_channel');
  const refused = refusal(slack, 'chat.postEphemeral', violationsOfMessage(args));
  if (refused !== undefined) return refused;
  return ok({ message_ts: postEphemeral(slack, reached.where.id, userId, args).ts });
};
