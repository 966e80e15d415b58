import type { webApi } from '@slack/bolt';
import type { Card } from '../cards/blocks.ts';
import { type Block, slackBlocks } from '../cards/readonly-blocks.ts';
import type { CardSender, Sent } from '../tracking/card-sender.ts';
import { NO_UNFURLS } from './messenger.ts';
import { sentBy } from './sent.ts';

const messageOf = ({ text, blocks }: Card) => ({ text, blocks: slackBlocks(blocks), ...NO_UNFURLS });

/** Sends with a client that makes each call once. An update always has blocks: with a text alone Slack would show "(edited)". */
export function cardSender(client: webApi.WebClient): CardSender {
  return {
    update: ({ channel, ts }, { text, blocks }) =>
      sentBy(() => client.chat.update({ channel, ts, text, blocks: slackBlocks(blocks) })),
    unfurl: ({ channel, ts, url }, blocks: readonly Block[]) =>
      sentBy(() => client.chat.unfurl({ channel, ts, unfurls: { [url]: { blocks: slackBlocks(blocks) } } })),
    note: ({ channel, ts, threadTs }, card) =>
      sentBy(() => client.chat.postMessage({ channel, thread_ts: threadTs ?? ts, ...messageOf(card) })),
    async direct(userId, card) {
      let channel: string | undefined;
      const opened: Sent = await sentBy(async () => {
        channel = (await client.conversations.open({ users: userId })).channel?.id;
      });
      if (opened.kind !== 'sent') return opened;
      const to = channel;
      return to === undefined
        ? { kind: 'retry' }
        : sentBy(() => client.chat.postMessage({ channel: to, ...messageOf(card) }));
    },
  };
}
