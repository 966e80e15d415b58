import { type Fields, listAt, textAt } from '../fields.ts';
import type { Channel } from './channels.ts';
import { type Ephemeral, type StoredMessage, withIds } from './surfaces.ts';
import type { Workspace } from './workspace.ts';

/** Text, blocks and attachments as Slack stores them. */
export const contentOf = (payload: Fields) => ({
  text: textAt(payload, 'text') ?? '',
  blocks: withIds(listAt(payload, 'blocks')),
  attachments: listAt(payload, 'attachments'),
});

const threadOf = (payload: Fields) => {
  const threadTs = textAt(payload, 'thread_ts');
  return threadTs === undefined ? {} : { threadTs };
};

export function postMessage(
  slack: Workspace,
  where: Channel,
  userId: string,
  payload: Fields,
  isReply = false,
): StoredMessage {
  const message: StoredMessage = {
    kind: 'message',
    channelId: where.id,
    ts: slack.nextTs(),
    ...threadOf(payload),
    userId,
    ...contentOf(payload),
    files: [],
    edited: false,
    isReply,
    unfurls: new Map(),
  };
  where.messages.push(message);
  return message;
}

export function postEphemeral(
  slack: Workspace,
  channelId: string,
  userId: string,
  payload: Fields,
): Ephemeral {
  const ephemeral: Ephemeral = {
    kind: 'ephemeral',
    channelId,
    ts: slack.nextTs(),
    ...threadOf(payload),
    userId,
    ...contentOf(payload),
  };
  slack.ephemerals.push(ephemeral);
  return ephemeral;
}

export function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
