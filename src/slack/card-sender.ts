import type { Card } from '../cards/blocks.ts';
import { type Block, slackBlocks } from '../cards/readonly-blocks.ts';
import { isChannelId } from '../core/channel.ts';
import type { CardSender } from '../tracking/card-sender.ts';
import { NO_UNFURLS } from './messenger.ts';
import { sentBy } from './sent.ts';
import type { SlackClient } from './slack-client.ts';

const messageOf = ({ text, blocks }: Card) => ({ text, blocks: slackBlocks(blocks), ...NO_UNFURLS });

/** Sends with a client that makes each call once. An update always has blocks: with a text alone Slack would show "(edited)". */
export function cardSender(client: SlackClient): CardSender {
  return {
    update: ({ channel, ts }, { text, blocks }) =>
      sentBy(() => client.chat.update({ channel, ts, text, blocks: slackBlocks(blocks) })),
    unfurl: ({ channel, ts, url }, blocks: readonly Block[]) =>
      sentBy(() => client.chat.unfurl({ channel, ts, unfurls: { [url]: { blocks: slackBlocks(blocks) } } })),
    note: ({ channel, ts, threadTs }, card) =>
      sentBy(() => client.chat.postMessage({ channel, thread_ts: threadTs ?? ts, ...messageOf(card) })),
    async openDirect(userId) {
      let id: string | undefined;
      const sent = await sentBy(async () => {
        id = (await client.conversations.open({ users: userId })).channel?.id;
      });
      if (sent.kind !== 'sent') return sent;
      return id !== undefined && isChannelId(id) ? { kind: 'opened', channel: id } : { kind: 'retry' };
    },
    post: (channel, card) => sentBy(() => client.chat.postMessage({ channel, ...messageOf(card) })),
  };
}
